// What keeps the server running, server/launch/keep.sh: it restarts it, after longer and longer pauses, and lets it
// end when asked to or when it can't start. With programs that only end, and once with the server itself.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildServer, emptyFolder, firstRunOf, kioskOf, post, start } from './server.ts'

const { program } = buildServer()
const keeper = join(import.meta.dirname, '../../server/launch/keep.sh')

/** A program folder with the keeper, nothing to prepare, and this as its server. `runs` has a line for each run. */
function programOf(main: string) {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'server/launch'), { recursive: true })
  mkdirSync(join(folder, 'dist/server'), { recursive: true })
  mkdirSync(join(folder, 'bin'))
  copyFileSync(keeper, join(folder, 'server/launch/keep.sh'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'server/launch/start.mjs'), '')
  const file = (name: string) => join(folder, name)
  const lines = (name: string) =>
    existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : []
  writeFileSync(
    file('dist/server/main.js'),
    `import { appendFileSync, readFileSync } from 'node:fs'
     const note = (name, text) => appendFileSync(${JSON.stringify(folder)} + '/' + name, text + '\\n')
     note('runs', process.pid)
     const nth = readFileSync(${JSON.stringify(file('runs'))}, 'utf8').split('\\n').length - 1
     ${main}`,
  )
  // Nobody waits: only the length of each sleep is recorded.
  writeFileSync(file('bin/sleep'), `#!/bin/sh\necho "$1" >>'${file('slept')}'\n`)
  chmodSync(file('bin/sleep'), 0o755)
  const env = { PATH: `${file('bin')}:${dirname(process.execPath)}:/usr/bin:/bin` }
  function run(stderr: number | 'pipe' = 'pipe') {
    const child: ChildProcess = spawn('sh', [file('server/launch/keep.sh')], {
      env,
      stdio: ['ignore', 'ignore', stderr],
    })
    onTestFinished(() => {
      child.kill('SIGKILL')
      for (const pid of lines('runs')) spawnSync('kill', ['-9', pid])
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    return { child, exited, said: () => said }
  }
  return { run, runs: () => lines('runs'), slept: () => lines('slept'), noted: () => lines('noted') }
}

/** A server that goes on until it is told to stop, and records the signal. */
const polite = `
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => { note('noted', signal); process.exit(0) })
  note('noted', 'ready')
  setInterval(() => {}, 1000)`

describe('a server that', () => {
  it.each([
    ['was asked to end', 0],
    ['can’t start', 1],
  ])('%s is not started again', async (_what, code) => {
    const { run, runs } = programOf(`process.exit(${code})`)
    expect(await run().exited).toEqual([code, null])
    expect(runs()).toHaveLength(1)
  })

  it('goes on ending comes back at once, then later and later, up to a minute', async () => {
    const { run, runs, slept } = programOf('process.exit(nth === 10 ? 0 : 70)')
    const { exited, said } = run()
    expect(await exited).toEqual([0, null])
    expect(runs()).toHaveLength(10)
    expect(slept()).toEqual(['1', '2', '4', '8', '16', '32', '60', '60'])
    expect(said()).toContain('Antre ended (code 70) and starts again in 0 seconds.')
  })

  it('is killed comes back, even if nobody reads its output', async () => {
    const pipe = join(emptyFolder(), 'pipe')
    spawnSync('mkfifo', [pipe])
    const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    const full = () => {
      for (;;) writeSync(fd, Buffer.alloc(4096, '.'))
    }
    expect(full).toThrow('EAGAIN')
    const end = openSync(pipe, constants.O_WRONLY)
    const { run, runs } = programOf(`if (nth < 4) process.kill(process.pid, 'SIGKILL'); else process.exit(0)`)
    expect(await run(end).exited).toEqual([0, null])
    closeSync(end)
    closeSync(fd)
    expect(runs()).toHaveLength(4)
  })
})

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s reaches the server, and its end is the keeper’s',
    async (signal) => {
      const { run, runs, noted } = programOf(polite)
      const { child, exited } = run()
      await expect.poll(noted).toEqual(['ready'])
      child.kill('SIGUSR1')
      child.kill(signal)
      expect(await exited).toEqual([0, null])
      expect([runs().length, noted()]).toEqual([1, ['ready', signal]])
    },
  )

  it('between two runs ends it too', async () => {
    const { run, runs } = programOf(`
      if (nth === 2) process.kill(process.ppid, 'SIGTERM')
      process.exit(70)`)
    const [code] = await run().exited
    expect([0, 70]).toContain(code)
    expect(runs()).toHaveLength(2)
  })
})

it('the server is back after it was killed, with all that it knew, and says that it happened', async () => {
  const folder = join(dirname(program), '../..')
  mkdirSync(join(folder, 'server/launch'), { recursive: true })
  copyFileSync(keeper, join(folder, 'server/launch/keep.sh'))
  writeFileSync(join(folder, 'server/launch/start.mjs'), '')
  const dataDir = emptyFolder()
  const kept = await start(program, dataDir, {}, ['sh', join(folder, 'server/launch/keep.sh')])
  const hall = (await (await fetch(`${kept.url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const services = [hall.services.find(({ status }) => status === 'open')?.id]
  const cookie = await kioskOf(kept.url, dataDir)
  const ask = () => post(`${kept.url}/api/visits`, { services }, { cookie, 'idempotency-key': 'one' })
  const { body } = await ask()
  const server = () => readFileSync(`/proc/${kept.pid}/task/${kept.pid}/children`, 'utf8').trim()
  process.kill(Number(server()), 'SIGKILL')
  const isBack = () =>
    fetch(`${kept.url}/api/health`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(isBack).toBe(200)
  expect((await ask()).body).toEqual(body)
  const signedIn = await post(`${kept.url}/api/session`, firstRunOf(dataDir).manager)
  const told = await fetch(`${kept.url}/api/incidents`, { headers: { cookie: signedIn.cookie } })
  expect(await told.json()).toMatchObject({ incidents: [{ kind: 'ended', count: 1 }] })
  expect(await kept.end('SIGTERM')).toBe(0)
})
