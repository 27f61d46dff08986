// Which key does what at a counter: the usual keys, changed ones, and what a browser stored.
import { describe, expect, test } from 'vitest'
import {
  type Focus,
  type Press,
  isForeign,
  KEYED,
  keyedOf,
  meaningOf,
  MOST_KEYS,
  namesOf,
  readKeys,
  USUAL_KEYS,
  withKey,
  without,
  keyText,
} from '../../counter-ui/panel/keys.ts'
import { language } from '../../screens/i18n.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
})

describe('the usual keys', () => {
  test('no key means two things', () => {
    const all = Object.values(USUAL_KEYS).flat()
    expect(new Set(all).size).toBe(all.length)
  })

  test('capital letters mean the same, as with caps lock on', () => {
    expect(meaningOf(press('R'), USUAL_KEYS)).toBe('recall')
  })

  test.each(['open', 'call-next', 'start', 'finish'] as const)('%s is the big action', (action) => {
    expect(keyedOf(action)).toBe('big')
  })

  test('closing has no key', () => expect(keyedOf('close')).toBeNull())
})

describe('a press that is not for the panel', () => {
  test.each<[string, Press, Focus]>([
    ['a key held down', press('r', { repeat: true }), 'page'],
    ['a shortcut of the browser', press('r', { ctrlKey: true }), 'page'],
    ['letters typed into a field', press('r'), 'text'],
    ['Enter on a focused button', press('Enter'), 'button'],
    ['space on a focused button', press(' '), 'button'],
  ])('%s', (_name, pressed, focus) => {
    expect(isForeign(pressed, focus)).toBe(true)
  })

  test('a letter means its action though a button has the focus', () => {
    expect(isForeign(press('r'), 'button')).toBe(false)
  })
})

describe('the names of a key', () => {
  test('a number pad is known by where its keys are, whatever Num Lock makes of them', () => {
    expect(namesOf({ key: '1', code: 'Numpad1' })[0]).toBe('Numpad1')
    expect(namesOf({ key: 'End', code: 'Numpad1' })[0]).toBe('Numpad1')
  })

  test('its Enter is Enter as long as nothing else is on it', () => {
    const enter = { key: 'Enter', code: 'NumpadEnter' }
    expect(meaningOf(enter, USUAL_KEYS)).toBe('big')
    expect(meaningOf(enter, withKey(USUAL_KEYS, 'recall', 'NumpadEnter', null))).toBe('recall')
  })

  test('a key without a name is known by where it is, as some foot switches send it', () => {
    expect(namesOf({ key: 'Unidentified', code: 'F20' })).toEqual(['F20'])
  })

  test.each(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta'])('%s is never one', (key) => {
    expect(namesOf({ key, code: key })).toEqual([])
  })

  test('on a button they read as on the keyboard', () => {
    language.value = 'id'
    expect([' ', 'enter', 'r', 'f13', 'Numpad1', 'arrowup'].map(keyText)).toEqual([
      'Spasi',
      'Enter',
      'R',
      'F13',
      'Num 1',
      '↑',
    ])
  })
})

describe('other keys', () => {
  test('one takes the place of another', () => {
    const keys = withKey(USUAL_KEYS, 'recall', 'f2', 'r')
    expect(keys.recall).toEqual(['f2'])
    expect(meaningOf(press('r'), keys)).toBeNull()
  })

  test('a pedal is one more for the big action', () => {
    expect(withKey(USUAL_KEYS, 'big', 'b', null).big).toEqual([' ', 'enter', 'b'])
  })

  test('a key that did something else does that no more', () => {
    const keys = withKey(USUAL_KEYS, 'miss', 'r', 'm')
    expect(keys.recall).toEqual([])
    expect(meaningOf(press('r'), keys)).toBe('miss')
  })

  test('the same key again changes nothing', () => {
    expect(withKey(USUAL_KEYS, 'miss', 'm', 'm')).toEqual(USUAL_KEYS)
  })

  test('no more than a few for one action: the oldest goes', () => {
    let keys = USUAL_KEYS
    for (const name of ['1', '2', '3']) keys = withKey(keys, 'undo', name, null)
    expect(keys.undo).toEqual(['1', '2', '3'])
    expect(keys.undo).toHaveLength(MOST_KEYS)
  })

  test('one can be taken away', () => {
    expect(without(USUAL_KEYS, 'enter').big).toEqual([' '])
  })
})

describe('what a browser kept', () => {
  test('comes back as it was', () => {
    const keys = withKey(USUAL_KEYS, 'big', 'f13', 'enter')
    expect(readKeys(JSON.stringify(keys))).toEqual(keys)
  })

  test.each([null, '', 'null', '[]', '"r"', '{"recall":"r"}', '{"__proto__":{"recall":["x"]}}'])(
    '%s is the usual map',
    (kept) => {
      expect(readKeys(kept)).toEqual(USUAL_KEYS)
    },
  )

  test('a key listed twice means one thing', () => {
    const keys = readKeys('{"recall":["x"],"miss":["x",7,"y"]}')
    expect([keys.recall, keys.miss]).toEqual([['x'], ['y']])
    const all = KEYED.flatMap((keyed) => keys[keyed])
    expect(new Set(all).size).toBe(all.length)
  })
})
