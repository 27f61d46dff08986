// What the sound asks of the hall, and whether the hall took it: it does not while the disk is full, or when what was
// asked is no more.
import type { Dispatch } from '../../dispatch.ts'
import type { Command } from '../../hall/command.ts'
import type { Hall } from '../../hall/hall.ts'
import { isRefusal } from '../../hall/refusal.ts'
import type { Said } from './queue.ts'
import type { Prepared } from '../voice.ts'

/** Each answers whether the hall took it. */
export function createOrders(hall: Hall, dispatch: Dispatch) {
  const take = async (command: Command) => !isRefusal(await dispatch({ command, by: 'system:voice' }))

  return {
    /** `speaker` says it with what was prepared; null: it is shown alone. */
    start(
      announcement: string,
      { also, texts }: Said,
      how: { speaker: string | null; prepared: Prepared | null; quiet: boolean },
    ): Promise<boolean> {
      const { speaker, prepared, quiet } = how
      const audio = prepared && `/api/audio/${prepared.name}`
      const text = texts.map((one) => one.text).join(' ')
      return take({ type: 'start-announcement', announcement, speaker, audio, text, also, quiet })
    },
    async pass(announcement: string, from: string, to: string): Promise<boolean> {
      const taken = await take({ type: 'pass-announcement', announcement, from, to })
      return taken && hall.announcements.get(announcement)?.speaker === to
    },
    /** What waits in this sound although its call is over leaves the queue. */
    skip(sound: string): Promise<boolean> {
      return take({ type: 'skip-answered', sound })
    },
    giveUp(announcement: string): Promise<boolean> {
      return take({ type: 'give-up-announcement', announcement })
    },
  }
}
