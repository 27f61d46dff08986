// Which failed starts are tried again: those whose fault may heal by itself.
import { expect, it } from 'vitest'
import { DataDirError } from '../server/store/errors.ts'
import { SettingsError } from '../server/settings.ts'
import { mayHeal } from '../server/start-fault.ts'

const full = new DataDirError('full', '/data', null)
const tooNew = new DataDirError('too-new', '/data', null)
const portTaken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' })

it.each([
  ['a disk that is full', full, true],
  ['data of a newer version', tooNew, false],
  ['a port that is taken', portTaken, false],
  ['a setting', new SettingsError('PORT', '80a'), false],
  ['a bug', new Error('bug'), false],
])('%s', (_what, error, heals) => expect(mayHeal(error, null)).toBe(heals))
