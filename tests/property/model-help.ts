// The model's calls for help and messages.
import type { Event } from '../../server/hall/event.ts'

export class ModelHelp {
  calls = new Map<string, { alarm: boolean; answered: boolean }>()
  /** By counter: its messages, the newest first. */
  messages = new Map<string, { id: string; read: boolean }[]>()

  copy(): ModelHelp {
    return Object.assign(new ModelHelp(), structuredClone({ calls: this.calls, messages: this.messages }))
  }

  become({ calls, messages }: ModelHelp): void {
    this.calls = calls
    this.messages = messages
  }

  follow(event: Event): void {
    switch (event.type) {
      case 'help-asked': {
        const stands = this.calls.get(event.counter)
        if (stands && !stands.answered && (stands.alarm || !event.alarm)) throw new Error('asked for twice')
        this.calls.set(event.counter, { alarm: event.alarm, answered: false })
        break
      }
      case 'help-answered': {
        const call = this.calls.get(event.counter)
        if (!call || call.answered) throw new Error('answered without being asked')
        call.answered = true
        break
      }
      case 'message-sent': {
        const before = this.messages.get(event.counter) ?? []
        this.messages.set(event.counter, [{ id: event.message, read: false }, ...before])
        break
      }
      case 'message-read': {
        const message = this.messages.get(event.counter)?.find(({ id }) => id === event.message)
        if (!message || message.read) throw new Error('read twice, or nothing')
        message.read = true
        break
      }
      case 'counter-closed': {
        const call = this.calls.get(event.counter)
        if (call && (!call.alarm || call.answered)) this.calls.delete(event.counter)
        break
      }
      case 'day-opened':
        this.calls.clear()
        this.messages.clear()
        break
      default:
    }
  }
}
