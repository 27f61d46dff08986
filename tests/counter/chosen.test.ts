// The services that were chosen for a number or a referral.
import { expect, test } from 'vitest'
import { MOST_SERVICES, toggled } from '../../counter-ui/pick/ServicePick.tsx'
import { textIn } from '../../counter-ui/panel/dialogs/OrderForm.tsx'

test('a service comes last, and goes when it is chosen again', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

test('no more than one number takes; one less can be chosen all the same', () => {
  const full = Array.from({ length: MOST_SERVICES }, (_, index) => `s${index}`)
  expect(toggled(full, 'more')).toBe(full)
  expect(toggled(full, 's0')).toHaveLength(MOST_SERVICES - 1)
})

test('a field with nothing but blanks is no text', () => {
  const fields = new FormData()
  fields.set('told', '  ')
  fields.set('words', ' surat kuasa ')
  expect([textIn(fields, 'told'), textIn(fields, 'words'), textIn(fields, 'gone')]).toEqual([
    {},
    { words: 'surat kuasa' },
    {},
  ])
})
