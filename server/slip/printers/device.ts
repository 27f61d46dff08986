// The line to a printer on this PC, through its device file (`/dev/usb/lp0`). It never waits in the kernel: a printer
// that hangs would block one of the few threads that all the server's file access shares.
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { SlipFault } from '../../hall/visit.ts'
import { type Channel, LineFault, pause } from './link.ts'
import { lookUp } from '../../hall/look-up.ts'

/** Milliseconds between two checks whether the printer accepts, or says, more. */
const LOOK = 30
/** Milliseconds for the last two bytes. */
const SETTLE = 100
/** ESC @: every printer knows it, and after a cut it has no effect. */
const reset = Uint8Array.of(0x1b, 0x40)

/** What is needed of a file handle, so that tests can supply their own. */
export type Device = Pick<FileHandle, 'close'> & {
  read(buffer: Uint8Array): Promise<{ bytesRead: number }>
  write(bytes: Uint8Array): Promise<{ bytesWritten: number }>
}

/** Opens a device file for reading and writing; no other kind of file. @throws LineFault */
export async function openDevice(path: string): Promise<Channel> {
  const flags = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY
  try {
    const handle = await open(path, flags)
    await onlyDevice(handle)
    return deviceChannel({
      read: (buffer) => handle.read(buffer, 0, buffer.length, null),
      write: (bytes) => handle.write(bytes),
      close: () => handle.close(),
    })
  } catch (error) {
    throw error instanceof LineFault ? error : faultOf(error)
  }
}

/** A mistyped path must not overwrite a file or a disk. @throws LineFault */
async function onlyDevice(handle: FileHandle): Promise<void> {
  const found = await handle.stat()
  if (found.isCharacterDevice()) return
  await handle.close()
  throw new LineFault('unreachable', 'this is no printer but a file or a disk')
}

/** An open device as a line. */
export function deviceChannel(device: Device): Channel {
  let closed = false
  let gone = false
  let told = () => {}

  function close(): void {
    if (closed) return
    closed = true
    device.close().catch(() => {})
  }
  function isGone(): void {
    if (gone) return
    gone = true
    close()
    told()
  }
  async function hear(listener: (bytes: Uint8Array) => void): Promise<void> {
    const buffer = new Uint8Array(256)
    for (;;) {
      if (closed) return
      try {
        const { bytesRead } = await device.read(buffer)
        if (bytesRead > 0 && !closed) listener(buffer.slice(0, bytesRead))
        else await pause(LOOK)
      } catch (error) {
        if (!isBusy(error)) return isGone()
        await pause(LOOK)
      }
    }
  }

  async function write(bytes: Uint8Array): Promise<void> {
    let left = bytes
    while (left.length > 0) {
      if (closed) throw new LineFault('unreachable', 'the line is gone')
      try {
        left = left.subarray((await device.write(left)).bytesWritten)
      } catch (error) {
        if (!isBusy(error)) throw faultOf(error)
        await pause(LOOK)
      }
    }
  }

  return {
    write,
    listen: (listener) => void hear(listener),
    onGone(listener) {
      told = listener
      if (gone) listener()
    },
    // The kernel drops the pending bytes of a program that closes. It accepts more only once all before was taken.
    async finish() {
      await write(reset)
      await pause(SETTLE)
    },
    hangUp: async () => close(),
    close,
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
const isBusy = (error: unknown) => ['EAGAIN', 'EWOULDBLOCK', 'EINTR'].includes(codeOf(error))

/** For USB printers, the kernel's driver reports paper out with ENOSPC and off line with EIO. */
const faults: Partial<Record<string, SlipFault>> = { ENOSPC: 'paper-out', EIO: 'offline', EBUSY: 'offline' }

function faultOf(error: unknown): LineFault {
  return new LineFault(lookUp(faults, codeOf(error)) ?? 'unreachable', (error as Error).message)
}
