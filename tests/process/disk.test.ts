// A disk that fills up under a running server: 503 until there is room again, and not a number lost.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { buildServer, emptyFolder, kioskOf, post, start } from './server.ts'

const { program } = buildServer()

interface Taken {
  visit: { number: string; token: string }
}

/** A kiosk that takes a ticket per call, each with a key of its own. */
async function kioskAt(url: string, dataDir: string) {
  const cookie = await kioskOf(url, dataDir)
  const hall = (await (await fetch(`${url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const services = hall.services
    .filter(({ status }) => status === 'open')
    .slice(0, 8)
    .map(({ id }) => id)
  return async (key: string) => {
    const { status, body } = await post(`${url}/api/visits`, { services }, { cookie, 'idempotency-key': key })
    return status === 201 ? (body as unknown as Taken).visit : { refused: status, code: body['code'] }
  }
}

/** Takes tickets until one is refused: those given, the refused key and its refusal. */
async function untilRefused(take: Awaited<ReturnType<typeof kioskAt>>) {
  const given: Taken['visit'][] = []
  for (let nth = 0; ; nth++) {
    const answer = await take(`t${nth}`)
    if ('refused' in answer) return { given, key: `t${nth}`, answer }
    given.push(answer)
  }
}

async function areAllThere(url: string, given: readonly Taken['visit'][]): Promise<boolean> {
  const found = await Promise.all(
    given
      .slice(-20)
      .map(
        async ({ token }) =>
          ((await (await fetch(`${url}/api/visits/${token}`)).json()) as Taken).visit.number,
      ),
  )
  expect(found).toEqual(given.slice(-20).map(({ number }) => number))
  return new Set(given.map(({ number }) => number)).size === given.length
}

const full = { refused: 503, code: 'storage-unavailable' }

it('a disk that fills up under the server', { timeout: 60_000 }, async ({ skip }) => {
  const disk = join(emptyFolder(), 'disk')
  mkdirSync(disk)
  // Only root may; the test below needs no permission.
  skip(
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status !== 0,
    'nothing can be mounted here',
  )
  onTestFinished(() => void spawnSync('umount', ['-l', disk]))
  const server = await start(program, disk)
  const take = await kioskAt(server.url, disk)
  const { bavail, bsize } = statfsSync(disk)
  const ballast = join(disk, 'ballast')
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 200_000))

  const { given, key, answer } = await untilRefused(take)
  expect([given.length > 0, answer]).toEqual([true, full])
  expect(await take(key)).toEqual(full)
  expect(await areAllThere(server.url, given)).toBe(true)

  rmSync(ballast)
  const next = await take(key)
  expect(next).toEqual(await take(key))
  expect(next).toHaveProperty('number')
  await server.end('SIGKILL')
  const again = await start(program, disk)
  expect(await areAllThere(again.url, [...given, next as Taken['visit']])).toBe(true)
  expect(await again.end('SIGTERM')).toBe(0)
})

it('a limit on the size of its files', { timeout: 60_000 }, async () => {
  const dataDir = emptyFolder()
  expect(await (await start(program, dataDir)).end('SIGTERM')).toBe(0)
  const blocks = String(Math.ceil(statSync(join(dataDir, 'antre.db')).size / 512) + 200)
  const limited = ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`]
  const server = await start(program, dataDir, {}, limited)
  const { given, key, answer } = await untilRefused(await kioskAt(server.url, dataDir))
  expect([given.length > 0, answer]).toEqual([true, full])
  expect(await areAllThere(server.url, given)).toBe(true)
  await server.end('SIGKILL')

  const again = await start(program, dataDir)
  expect(await areAllThere(again.url, given)).toBe(true)
  const take = await kioskAt(again.url, dataDir)
  expect(await take(key)).toHaveProperty('number')
  expect(await again.end('SIGTERM')).toBe(0)
})
