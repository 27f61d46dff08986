// What the manager's form makes of the choice for a new display.
import { expect, it } from 'vitest'
import { layoutOfField } from '../../counter-ui/manage/LayoutField.tsx'
import { en } from '../../counter-ui/manage/layouts/en.ts'
import { id } from '../../counter-ui/manage/layouts/id.ts'
import { textFaults } from '../screens/texts.ts'

it.each([
  ['', null],
  ['corridor', { kind: 'corridor', of: [] }],
  ['zones', { kind: 'zones', of: [] }],
  ['counter:loket-1', { kind: 'counter', of: ['loket-1'] }],
  ['agency:polres', { kind: 'agency', of: ['polres'] }],
  ['agency:', null],
])('%j is %j', (chosen, layout) => expect(layoutOfField(chosen)).toEqual(layout))

it('the texts have the same parameters in both languages', () => expect(textFaults(id, en)).toEqual([]))
