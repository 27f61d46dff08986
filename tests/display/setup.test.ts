// What the manager's form makes of the choice for a new display.
import { expect, it } from 'vitest'
import { layoutOfField } from '../../counter-ui/manage/NewDevice.tsx'

it.each([
  ['', null],
  ['corridor', { kind: 'corridor', of: [] }],
  ['zones', { kind: 'zones', of: [] }],
  ['counter:loket-1', { kind: 'counter', of: ['loket-1'] }],
  ['agency:polres', { kind: 'agency', of: ['polres'] }],
  ['agency:', null],
])('%j is %j', (chosen, layout) => expect(layoutOfField(chosen)).toEqual(layout))
