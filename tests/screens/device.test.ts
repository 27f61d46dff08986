// A browser as a device: enrolled once by its link, known by the server afterwards, patient while there is no server.
import { describe, expect, it } from 'vitest'
import type { Outcome, Problem } from '../../screens/command.ts'
import { knowDevice, type DeviceIo } from '../../screens/device.ts'

const kiosk = { id: 'd1', kind: 'kiosk', zone: null, label: null } as const
const display = { id: 'd2', kind: 'display', zone: 'a', label: null } as const
type Known = typeof kiosk | typeof display

const ok = <T>(data: T): Outcome<T> => ({ ok: true, data })
const no = (status: number, code: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { status, code, title: code, detail: '' },
})

/** A server that gives these answers in order, the last for ever, and an address with or without a token. */
function world(given: {
  token?: string
  enrol?: Outcome<{ device: Known }>[]
  self?: Outcome<{ device: Known | null }>[]
}) {
  const calls: string[] = []
  const keys = new Set<string>()
  const nextOf = <T>(answers: T[]): T => (answers.length > 1 ? answers.shift() : answers[0]) as T
  const io: DeviceIo = {
    token: () => given.token ?? null,
    forgetToken: () => void calls.push('forget'),
    enrol(token, key) {
      calls.push(`enrol ${token}`)
      keys.add(key)
      return Promise.resolve(nextOf(given.enrol ?? [no(401, 'bad-token')]))
    },
    self() {
      calls.push('self')
      return Promise.resolve(nextOf(given.self ?? [ok({ device: null })]))
    },
    after: (_ms, run) => void setTimeout(run, 0),
  }
  return { io, calls, keys }
}

async function settled(device: ReturnType<typeof knowDevice>) {
  while (device.state.value.status === 'asking') {
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  }
  return device.state.value
}

describe('knowDevice', () => {
  it('enrols with the link’s token and takes it out of the address', async () => {
    const { io, calls } = world({ token: 'abc', enrol: [ok({ device: kiosk })] })
    expect(await settled(knowDevice('kiosk', io))).toEqual({ status: 'enrolled', device: kiosk })
    expect(calls).toEqual(['enrol abc', 'forget'])
  })

  it('sends the token again under the same key when no server answered', async () => {
    const answers = [no(0, 'offline'), no(503, 'storage-unavailable'), ok({ device: kiosk })]
    const { io, calls, keys } = world({ token: 'abc', enrol: answers })
    await settled(knowDevice('kiosk', io))
    expect(calls).toEqual(['enrol abc', 'enrol abc', 'enrol abc', 'forget'])
    expect(keys.size).toBe(1)
  })

  it('says why a link did not work', async () => {
    const { io } = world({ token: 'old' })
    expect(await settled(knowDevice('kiosk', io))).toMatchObject({
      status: 'none',
      problem: { code: 'bad-token' },
    })
  })

  it('stays the device it was when an old link is opened again', async () => {
    const { io } = world({ token: 'old', self: [ok({ device: kiosk })] })
    expect(await settled(knowDevice('kiosk', io))).toEqual({ status: 'enrolled', device: kiosk })
  })

  it('asks who it is without a link, until somebody answers', async () => {
    const { io, calls } = world({ self: [no(0, 'offline'), ok({ device: display })] })
    expect(await settled(knowDevice('display', io))).toEqual({ status: 'enrolled', device: display })
    expect(calls).toEqual(['self', 'self'])
  })

  it('is not one if the server knows it as another kind', async () => {
    const { io } = world({ self: [ok({ device: display })] })
    expect(await settled(knowDevice('kiosk', io))).toEqual({ status: 'none', problem: null })
  })

  it('notices, when asked to check, that it is a device no more', async () => {
    const { io } = world({ self: [ok({ device: kiosk }), ok({ device: null })] })
    const device = knowDevice('kiosk', io)
    await settled(device)
    device.check()
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    expect(device.state.value).toEqual({ status: 'none', problem: null })
  })
})
