// The top line of the pages other than a counter's panel: what this is, the hall's time, links to other pages, the
// menu.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { Mark } from '../../screens/mark.tsx'
import type { Staff } from '../session.ts'
import { staffText } from '../texts.ts'
import './PageHead.css'

interface PageHeadProps {
  title: string
  /** A live connection's `at`. */
  at: string | null
  me: Staff
  onMenu: () => void
  /** Between the clock and the person: links, a choice. */
  children?: ComponentChildren
}

export function PageHead({ title, at, me, onMenu, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <Mark />
      <h1>{title}</h1>
      <Clock at={at} />
      <div class="page-head-ways">
        {children}
        <span class="page-head-me">{me.name}</span>
      </div>
      <Button kind="quiet" onPress={onMenu}>
        {staffText('menu')}
      </Button>
    </header>
  )
}
