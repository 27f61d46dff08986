// One server per data folder, however the last one ended.
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { lockDataDir } from '../../server/store/folder.ts'
import { bundle, child, dataDir, open, thrown } from './helper.ts'

let built = ''
beforeAll(async () => {
  built = await bundle('hold-lock')
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

const other = (dir: string) => child(process.execPath, ['--expose-gc', join(built, 'hold-lock.mjs'), dir])

describe('lockDataDir', () => {
  it('holds against another process and is given back by release', async () => {
    const dir = dataDir()
    const release = lockDataDir(dir)
    expect(await other(dir).line()).toBe('locked')
    release()
    expect(await other(dir).line()).toBe('held')
  })

  it('is given back by the operating system when the holder is killed', async () => {
    const dir = dataDir()
    const holder = other(dir)
    expect(await holder.line()).toBe('held')
    expect(thrown(() => lockDataDir(dir))).toMatchObject({ code: 'locked', path: dir })

    holder.process.kill('SIGKILL')
    await once(holder.process, 'exit')
    const release = lockDataDir(dir)
    release()
  })

  it('holds within one process too, and survives the refused attempt', async () => {
    const dir = dataDir()
    const release = lockDataDir(dir)
    onTestFinished(release)
    expect(thrown(() => lockDataDir(dir))).toMatchObject({ code: 'locked' })
    expect(await other(dir).line()).toBe('locked')
  })

  it('leaves the database readable for others, and is for the owner alone', () => {
    const dir = join(dataDir(), 'data')
    onTestFinished(lockDataDir(dir))
    open(dir)
    open(dir, { readonly: true })
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dir, 'antre.lock')).mode & 0o777).toBe(0o600)
  })
})
