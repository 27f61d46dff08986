// A command that speaks, with the real worker: its output is measured, and whatever is wrong with it, eSpeak speaks
// the whole announcement.
import { chmod, readFile, symlink, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { wave } from '../voice/waves.ts'
import { betterVoices, english, indonesian, measured, plan, said } from './better-voice.ts'

const { inData, open, record } = betterVoices()

const speaking = fileURLToPath(new URL('../voice/speaking-command.mjs', import.meta.url))

describe('a command', () => {
  const log = () => inData('asked.log')
  const asked = async () =>
    (await readFile(log(), 'utf8').catch(() => ''))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { text: string; argv: string[]; pid: number })
  const command = (mode: string, ...more: string[]) => ({
    argv: [process.execPath, speaking, mode, log(), ...more],
    languages: ['id'] as ['id'],
  })
  async function allow(...argvs: (readonly string[])[]): Promise<void> {
    await writeFile(inData('voice-commands.json'), JSON.stringify(argvs), { mode: 0o600 })
  }

  it('[M4] every announcement is as loud as every other: a command that speaks its languages, without a shell', async () => {
    const rules = { command: command('speaks', '$(touch /tmp/x)', '; rm', '"') }
    await allow(rules.command.argv)
    const { voice, lines } = open(rules)
    const tried = await said(voice, indonesian, english)
    expect([tried.by, tried.faults, lines]).toEqual(['command', [], []])
    measured(tried)
    expect(await asked()).toMatchObject([
      {
        text: 'Nomor antrean, a, nol satu dua, silakan menuju loket satu.\n',
        argv: ['$(touch /tmp/x)', '; rm', '"'],
      },
    ])
    expect((await voice.status({ ...plan, voice: rules })).languages.map(({ by }) => by)).toEqual([
      'command',
      'espeak',
    ])
  })

  it('[M1] one voice speaks an announcement from its beginning to its end: a command where a clip is missing', async () => {
    await record((words) => (words === 'dua' ? null : wave()))
    const rules = { clips: 'ayu', command: command('speaks') }
    await allow(rules.command.argv)
    const { voice } = open(rules)
    expect((await said(voice, indonesian)).by).toBe('command')
    expect((await said(voice, { language: 'id', text: 'Loket tiga.' })).by).toBe('clips')
  })

  it('that may be chosen is listed completely by the owner of the PC', async () => {
    const { voice } = open({})
    expect((await voice.status(plan)).allowed).toEqual({ commands: [], fault: 'no-list' })
    const piper = ['/opt/piper/piper', '--output_file', '-']
    const odd = [[], ['piper'], ['/opt/a', 7], ['/opt/b', ''], ['/opt/c', 'x'.repeat(501)]]
    const list = JSON.stringify([...odd, piper])
    await writeFile(inData('voice-commands.json'), list, { mode: 0o600 })
    expect((await voice.status(plan)).allowed).toEqual({ commands: [piper], fault: null })
    await chmod(inData('voice-commands.json'), 0o622)
    expect((await voice.status(plan)).allowed).toEqual({ commands: [], fault: 'list-open' })
  })

  it('that does not read its text speaks all the same', async () => {
    const rules = { command: command('deaf') }
    await allow(rules.command.argv)
    expect((await said(open(rules).voice, indonesian)).by).toBe('command')
  })

  const node = process.execPath
  it.each<[string, () => Promise<void>, string, string[]?]>([
    ['no list', async () => {}, 'no-list'],
    ['a list without it', () => allow([node, 'other.mjs']), 'not-listed'],
    ['a list with more words', () => allow([...command('speaks').argv, '--more']), 'not-listed'],
    ['a list with the program alone', () => allow([node]), 'not-listed'],
    ['a list of text', () => writeFile(inData('voice-commands.json'), `["${node}"]`), 'list-unreadable'],
    ['a list that is no JSON', () => writeFile(inData('voice-commands.json'), node), 'list-unreadable'],
    ['a name instead of a path', () => allow(['node', speaking]), 'not-absolute', ['node', speaking]],
    [
      'a list that others may write',
      async () => {
        await allow(command('speaks').argv)
        await chmod(inData('voice-commands.json'), 0o666)
      },
      'list-open',
    ],
    [
      'a list that is a link',
      async () => {
        await writeFile(inData('list.json'), JSON.stringify([command('speaks').argv]))
        await symlink(inData('list.json'), inData('voice-commands.json'))
      },
      'list-open',
    ],
  ])(
    '[M3] no program is started that the owner of the PC did not allow: %s',
    async (_, prepare, why, argv) => {
      await prepare()
      const rules = { command: { ...command('speaks'), ...(argv ? { argv } : {}) } }
      const { voice } = open(rules)
      expect((await said(voice, indonesian)).by).toBe('espeak')
      expect(await asked()).toEqual([])
      expect((await voice.status({ ...plan, voice: rules })).command).toMatchObject({
        forbidden: why,
        fault: null,
      })
    },
  )

  it.each([
    ['crashes', 'ended'],
    ['garbage', 'not-audio'],
    ['silent', 'silent'],
    ['large', 'too-large'],
    ['hangs', 'too-slow'],
  ])('[M2] a voice that fails holds up no call: a command that %s rests, and is named', async (mode, why) => {
    const clock = { now: 1_000_000 }
    const rules = { command: command(mode) }
    await allow(rules.command.argv)
    const quick = mode === 'hangs' ? { limits: { commandMs: 1_500 } } : {}
    const { voice, lines } = open(rules, { now: () => clock.now, ...quick })
    const first = await voice.prepare([indonesian, english])
    expect(first).not.toBeNull()
    const { command: state } = await voice.status({ ...plan, voice: rules })
    expect(state).toMatchObject({ forbidden: null, fault: { why, at: 1_000_000, again: 1_060_000 } })
    expect(lines.join()).toContain(why)
    // The log contains nobody's number.
    expect(lines.join()).not.toContain('nol satu')
    // Not at every call; and what eSpeak spoke is marked as eSpeak's.
    expect(await voice.prepare([indonesian, english])).toEqual(first)
    expect(await voice.prepare([english, indonesian])).not.toBeNull()
    expect(await asked()).toHaveLength(1)
    clock.now += 60_000
    await voice.prepare([indonesian, english])
    expect(await asked()).toHaveLength(2)
    expect((await voice.status({ ...plan, voice: rules })).command?.fault).toMatchObject({
      again: 1_060_000 + 120_000,
    })
    for (const { pid } of await asked()) await ended(pid)
  })

  it('that does not exist is named, and a test by hand does not wait until it has rested', async () => {
    const rules = { command: { argv: [inData('piper')], languages: ['id'] as ['id'] } }
    await allow(rules.command.argv)
    const { voice } = open(rules)
    expect(await said(voice, indonesian)).toMatchObject({ by: 'espeak', faults: [{ why: 'not-there' }] })
    await writeFile(inData('piper'), `#!/bin/sh\nexec "${node}" "${speaking}" speaks`, { mode: 0o700 })
    expect(await said(voice, indonesian)).toMatchObject({ by: 'command', faults: [] })
    expect((await voice.status({ ...plan, voice: rules })).command?.fault).toBeNull()
  })

  it('that is slow and started others takes them along', async () => {
    const script = inData('slow')
    await writeFile(script, `#!/bin/sh\n"${node}" "${speaking}" hangs "${log()}"\n`, { mode: 0o700 })
    const rules = { command: { argv: [script], languages: ['id'] as ['id'] } }
    await allow(rules.command.argv)
    const { voice } = open(rules, { limits: { commandMs: 3_000 } })
    expect(await said(voice, indonesian)).toMatchObject({ by: 'espeak', faults: [{ why: 'too-slow' }] })
    const [below] = await asked()
    await ended(below?.pid ?? 0)
  })
})

/** Waits until a process is gone. One that has ended counts as gone, even if its exit code was not collected. */
async function ended(pid: number): Promise<void> {
  const state = () => {
    try {
      return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 'none'
    } catch {
      return 'none'
    }
  }
  await expect.poll(state, { timeout: 10_000 }).toMatch(/^(?:none|Z|X)$/)
}
