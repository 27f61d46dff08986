// Tells the officer that somebody came to an empty queue, or that a supervisor wrote, while the panel stands behind
// another application: by the tab's icon, and where this browser was set up so by a tone and a notification. It never
// takes the focus.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CounterView } from '../../server/live/counter.ts'
import { counterName, serviceName } from '../parts/names.ts'
import { playTone } from '../parts/tone.ts'
import { canCall, isMine } from './possible-actions.ts'
import { has } from './settings/options.ts'
import { panelText } from './texts/index.ts'
import type { Workplace } from './workplace.ts'

/** Watches while the panel is on the page. */
export function useArrivals(place: Workplace): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    const plain = icon ? icon.href : ''
    let before: CounterView | null = null
    const stop = effect(() => {
      const { view, busy, live } = place.desk
      const now = view.value
      if (!now) return
      const isTrue = live.freshness.value === 'live'
      if (icon) icon.href = isTrue && now.waiting > 0 ? iconWith(now.waiting) : plain
      // What comes by an own command is no surprise.
      const who = busy.value === null ? arrived(before, now, place.me.username) : null
      const message = written(before, now, place.me.username)
      before = now
      if (who)
        tell(
          `${panelText('upNext')}: ${who.number}`,
          `${serviceName(place.hall, who.service)} · ${at(place)}`,
        )
      // What it says is erased with the day here, and by nobody where notifications are kept.
      else if (message)
        tell(panelText('help.messages'), [message.from, at(place)].filter(Boolean).join(' · '))
    })
    return () => {
      stop()
      if (icon) icon.href = plain
    }
  }, [place])
}

const at = (place: Workplace): string => counterName(place.hall, place.desk.id)

function tell(title: string, body: string): void {
  if (has('tone')) playTone()
  if (!has('notify') || document.hasFocus() || Notification.permission !== 'granted') return
  // One at a time: the next takes the place of the last.
  const note = new Notification(title, { body, tag: 'antre', silent: true })
  note.addEventListener('click', () => window.focus())
}

// Pure, read off two views.

/** Who came: nobody could be called here and somebody can, while this person sits at the counter with nothing to do. */
export function arrived(
  before: CounterView | null,
  now: CounterView,
  username: string,
): CounterView['next'][number] | null {
  if (!before || before.next.length > 0) return null
  return canCall(before, username) && canCall(now, username) ? (now.next[0] ?? null) : null
}

/** The newest message from a supervisor, where it has come since to a counter that this person holds. */
export function written(
  before: CounterView | null,
  now: CounterView,
  username: string,
): CounterView['messages'][number] | null {
  const [newest] = now.messages
  if (!before || !newest || !isMine(now, username)) return null
  return before.messages.some(({ id }) => id === newest.id) ? null : newest
}

/** The tab's icon with how many wait, as an address of an image; more than two digits would not be read. */
export function iconWith(waiting: number): string {
  const words = waiting > 99 ? '99' : String(waiting)
  const size = words.length > 1 ? 17 : 21
  return `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#00574c"/>' +
      `<text x="12" y="${12 + size * 0.36}" font-family="sans-serif" font-weight="bold" font-size="${size}" text-anchor="middle" fill="#fff">${words}</text></svg>`,
  )}`
}
