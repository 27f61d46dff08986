// Tells the officer that somebody came to an empty queue, or that a supervisor wrote, while the panel is behind
// another application: by the tab's icon, and if this browser is set up for it by a tone and a notification. It never
// takes the focus.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CounterView } from '../../server/live/counter.ts'
import { counterName, serviceName } from '../parts/names.ts'
import { playTone } from '../parts/tone.ts'
import { has } from './settings/options.ts'
import type { Workplace } from './workplace.ts'
import { panelText } from './texts/index.ts'
import { arrived, iconWith, written } from './who-came.ts'

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
      // What the officer's own command brings is no surprise.
      const who = busy.value === null ? arrived(before, now, place.me.username) : null
      const message = written(before, now, place.me.username)
      before = now
      if (who)
        tell(
          `${panelText('upNext')}: ${who.number}`,
          `${serviceName(place.hall, who.service)} · ${at(place)}`,
        )
      // Its text is erased here with the day, but by nobody where notifications are stored.
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
  // One at a time: the next replaces the last.
  const note = new Notification(title, { body, tag: 'antre', silent: true })
  note.addEventListener('click', () => window.focus())
}
