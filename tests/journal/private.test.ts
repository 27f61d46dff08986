import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { keepPrivate } from '../../server/store/folder.ts'

/** A data folder as a careless copy leaves it: everybody may read and write. */
function openFolder(...more: string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-private-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  mkdirSync(join(dir, 'voice'))
  mkdirSync(join(dir, 'slips'))
  const files = [
    'antre.db',
    'antre.db-wal',
    'antre.db-shm',
    'antre.db.v3.bak',
    'antre.db.v3.bak.part',
    'antre.lock',
    'first-run.json',
    'first-run.json.new',
    'staff-accounts.csv',
    'voice/a.wav',
    'slips/a.svg',
    ...more,
  ]
  for (const file of files) {
    writeFileSync(join(dir, file), 'x')
    chmodSync(join(dir, file), 0o666)
  }
  for (const folder of ['voice', 'slips', '.']) chmodSync(join(dir, folder), 0o777)
  return dir
}

const modesOf = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      (lstatSync(join(dir, name)).mode & 0o777).toString(8),
    ]),
  )

it('a folder that was open to all is its owner’s, with all in it', () => {
  const dir = openFolder('.profile')
  expect(keepPrivate(dir)).toEqual([])
  const { '.profile': notOurs, voice, slips, ...files } = modesOf(dir)
  expect([...new Set(Object.values(files))]).toEqual(['600'])
  expect([voice, slips, notOurs]).toEqual(['700', '700', '666'])
  expect((lstatSync(dir).mode & 0o777).toString(8)).toBe('700')
})

it('a folder that holds other things stays as it is and is named, ours in it are closed', () => {
  const dir = openFolder('holiday.jpg')
  expect(keepPrivate(dir)).toEqual([dir])
  expect(modesOf(dir)).toMatchObject({ 'holiday.jpg': '666', 'antre.db': '600', 'first-run.json': '600' })
  expect((lstatSync(dir).mode & 0o777).toString(8)).toBe('777')
})

it('no right is given that its owner had taken away', () => {
  const dir = openFolder()
  chmodSync(join(dir, 'antre.db.v3.bak'), 0o444)
  keepPrivate(dir)
  expect(modesOf(dir)['antre.db.v3.bak']).toBe('400')
})

it('what a link leads to is not touched', () => {
  const dir = openFolder()
  const elsewhere = openFolder()
  rmSync(join(dir, 'slips'), { recursive: true })
  symlinkSync(join(elsewhere, 'slips'), join(dir, 'slips'))
  expect(keepPrivate(dir)).toEqual([])
  expect(modesOf(elsewhere)['slips/a.svg']).toBe('666')
})

it('the list of commands that may speak stays as it is: closed now, it would be trusted', () => {
  const dir = openFolder('voice-commands.json')
  expect(keepPrivate(dir)).toEqual([])
  expect(modesOf(dir)['voice-commands.json']).toBe('666')
  expect((lstatSync(dir).mode & 0o777).toString(8)).toBe('700')
})
