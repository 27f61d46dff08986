// Stands in for the server when a screen is shown as the draft would make it: the screen's own code runs, receives one
// view, and any command it gives is refused.
import { makeTexts, type Translation } from './i18n.ts'

export const id = {
  title: 'Ini pratinjau',
  nothing: 'Di sini tidak ada nomor yang diberikan dan tidak ada yang berubah.',
} as const

export const en: Translation<typeof id> = {
  title: 'This is a preview',
  nothing: 'No numbers are given here, and nothing changes.',
}

const previewText = makeTexts({ id, en })

interface Preview {
  hall: unknown
  view: unknown
  at: string
}

/**
 * Reads the preview that the address asks for (`?zone=&minute=`), and from now on answers the page from it. False:
 * there is none; the page says why.
 */
export async function standIn(screen: 'kiosk' | 'display'): Promise<boolean> {
  const asked = new URLSearchParams(location.search)
  const query = new URLSearchParams({ screen })
  for (const name of ['zone', 'minute']) {
    const value = asked.get(name)
    if (value !== null) query.set(name, value)
  }
  const answer = await fetch(`/api/plan/draft/preview?${query.toString()}`)
  const body: unknown = await answer.json()
  if (!answer.ok) {
    const { detail = '' } = body as { detail?: string }
    document.body.textContent = detail
    return false
  }
  pretend(screen, body as Preview, asked.get('zone'))
  return true
}

function pretend(screen: 'kiosk' | 'display', { hall, view, at }: Preview, zone: string | null): void {
  const device = { id: 'preview', kind: screen, zone: screen === 'display' ? zone : null, label: null }
  const known = new Map<string, unknown>([
    ['/api/hall', hall],
    ['/api/devices/self', { device }],
  ])
  const real = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    const found = known.get(pathname)
    if (found !== undefined) return json(200, found)
    // Read requests whose answer is the same for every plan still go to the server.
    const isRead = init?.method === undefined || init.method === 'GET'
    if (isRead && pathname === '/api/health') return real(input, init)
    const [title, detail] = [previewText('title'), previewText('nothing')]
    return json(409, { type: 'about:blank', status: 409, title, detail, code: 'preview' })
  }
  class OneView extends EventTarget {
    constructor(url: string) {
      super()
      const topic = new URL(url).searchParams.get('topic') ?? ''
      const say = (message: object) =>
        this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
      setTimeout(() => {
        this.dispatchEvent(new Event('open'))
        say({ type: 'view', topic, seq: 1, at, view })
      })
      setInterval(() => say({ type: 'beat', at }), 5_000)
    }
    close(): void {}
  }
  window.WebSocket = OneView as unknown as typeof WebSocket
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
