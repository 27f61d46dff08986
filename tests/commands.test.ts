// The commands on the server's PC parse arguments and explain themselves alike.
import { describe, expect, it } from 'vitest'
import { runForecastCommand } from '../server/cli/forecast/run.ts'
import { runJournalCommand } from '../server/cli/journal/run.ts'
import { runPrinterAgent } from '../server/cli/printer-agent/run.ts'
import { runRehearseCommand } from '../server/cli/rehearse/run.ts'
import { runStaffCommand } from '../server/cli/staff/run.ts'
import { rulesPlan } from './rules/rules-plan.ts'

/** A folder that no test here reaches. */
const dataDir = '/nowhere/antre'

const commands: [name: string, run: (args: string[], to: Said) => Promise<number>][] = [
  [
    'journal',
    (args, to) => runJournalCommand(args, { ...to, dataDir, stream: async (text) => to.out(text) }),
  ],
  ['forecast', async (args, to) => runForecastCommand(args, to)],
  ['rehearse', (args, to) => runRehearseCommand(args, { ...to, samplePlan: rulesPlan, now: () => 0 })],
  ['staff', (args, to) => runStaffCommand(args, { ...to, dataDir, samplePlan: rulesPlan })],
  ['printer-agent', async (args, to) => (await runPrinterAgent(args, to)).code],
]

interface Said {
  out: (line: string) => void
  err: (line: string) => void
}

describe.each(commands)('%s', (name, run) => {
  const said = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  it('explains itself in both languages', async () => {
    const [id, en] = [await said('--help'), await said('-h', '--language', 'en')]
    for (const { code, out, err } of [id, en])
      expect([code, out, err]).toEqual([0, expect.stringContaining(`npm run ${name}`), ''])
    expect(en.out).not.toBe(id.out)
  })

  it.each([
    [[]],
    [['--nonsense']],
    [['--language', 'jv']],
    [['--language', 'constructor']],
    [['--language', '__proto__']],
    [['nonsense']],
    [['list', 'days', 'too', 'many']],
    [['--help=yes']],
  ])('answers %j with how it is used', async (args) => {
    const usage = await said('--help')
    expect(await said(...args)).toEqual({ code: 2, out: '', err: usage.out })
  })
})
