// A log that can't be written, or that nobody reads: lines are lost and counted, the hall goes on, and it can still
// be stopped.
import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildServer, emptyFolder, kioskOf, post, start } from './server.ts'

const { program } = buildServer()

/** The server's output goes to this file. */
const into = (file: string) => ['sh', '-c', `exec "$@" >'${file}' 2>&1`, 'sh']

/** A pipe of the kernel's, with both ends as this test needs them. */
function makePipe(flags: number) {
  const file = join(emptyFolder(), 'pipe')
  expect(spawnSync('mkfifo', [file]).status).toBe(0)
  const fd = openSync(file, flags | constants.O_NONBLOCK)
  return { file, fd }
}

/** Writes until no more fits. */
function fill(fd: number): void {
  const line = Buffer.alloc(1024, '.')
  const full = () => {
    for (;;) writeSync(fd, line)
  }
  expect(full).toThrow('EAGAIN')
}

/** Everything in a pipe. */
function empty(fd: number): string {
  const buffer = Buffer.alloc(65_536)
  let said = ''
  try {
    for (;;) {
      const length = readSync(fd, buffer)
      if (length === 0) return said
      said += buffer.toString('utf8', 0, length)
    }
  } catch {
    return said
  }
}

/** That the hall works: its health, and a number from the kiosk. */
async function works(url: string, dataDir: string): Promise<void> {
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  const hall = (await (await fetch(`${url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const service = hall.services.find(({ status }) => status === 'open')?.id
  const headers = { cookie: await kioskOf(url, dataDir), 'idempotency-key': 'one' }
  expect((await post(`${url}/api/visits`, { services: [service] }, headers)).status).toBe(201)
}

/** Makes the server write lines, by a signal that it only logs. */
async function makeItSpeak({ pid = 0, url }: { pid: number | undefined; url: string }): Promise<void> {
  for (let line = 0; line < 20; line += 1) {
    process.kill(pid, line % 2 ? 'SIGUSR1' : 'SIGUSR2')
    await fetch(`${url}/api/health`)
  }
}

describe('the hall goes on, and stops when it is asked, with a log', () => {
  it('on a disk that is full', async () => {
    const dataDir = emptyFolder()
    const server = await start(program, dataDir, {}, into('/dev/full'))
    await makeItSpeak(server)
    await works(server.url, dataDir)
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('that nobody reads any more, as behind `head -1`', async () => {
    const dataDir = emptyFolder()
    const { file, fd } = makePipe(constants.O_RDONLY)
    const server = await start(program, dataDir, {}, into(file))
    closeSync(fd)
    await makeItSpeak(server)
    await works(server.url, dataDir)
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('whose reader is stuck', async () => {
    const dataDir = emptyFolder()
    const { file, fd } = makePipe(constants.O_RDWR)
    onTestFinished(() => closeSync(fd))
    fill(fd)
    const server = await start(program, dataDir, {}, into(file))
    await makeItSpeak(server)
    await works(server.url, dataDir)
    expect(await server.end('SIGTERM')).toBe(0)
  })
})

it('a start that can’t be ends, whoever does not read why', async () => {
  const { file, fd } = makePipe(constants.O_RDWR)
  onTestFinished(() => closeSync(fd))
  fill(fd)
  const { PATH = '' } = process.env
  const [command = '', ...args] = [...into(file), process.execPath, program]
  const { status } = spawnSync(command, args, { env: { PATH, PORT: 'none' }, timeout: 50_000 })
  expect(status).toBe(1)
})

it('what was said is in a file and a pipe as it was said', async () => {
  const file = join(emptyFolder(), 'hall.log')
  const server = await start(program, emptyFolder(), { HOST: '0.0.0.0' }, into(file))
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('Antre is running')
  expect(readFileSync(file, 'utf8')).toContain('"msg":"no TLS')
  expect(await server.end('SIGTERM')).toBe(0)
  const pipe = makePipe(constants.O_RDWR)
  onTestFinished(() => closeSync(pipe.fd))
  const again = await start(program, emptyFolder(), { HOST: '0.0.0.0' }, into(pipe.file))
  let said = ''
  await expect.poll(() => (said += empty(pipe.fd))).toContain('Antre is running')
  expect(said).toContain('"msg":"no TLS')
  expect(await again.end('SIGTERM')).toBe(0)
})
