// A table that scrolls sideways on a narrow screen, by keyboard too, without the page doing so.
import type { ComponentChildren } from 'preact'

export function Table({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section
      class="sim-table"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls, by keyboard too
      tabIndex={0}
    >
      <table>{children}</table>
    </section>
  )
}
