// No way out of the page: no menu, no selection, no zoom, nothing dragged away or dropped in, no browser shortcuts,
// no way back. What a page cannot block (Ctrl+W, Ctrl+N, Alt+F4) the browser's kiosk mode does: docs/kiosk.md.
const NEVER = ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart', 'auxclick'] as const

/** Keys that a browser or its system would use itself. */
const FOREIGN = /^(F\d|ContextMenu|Browser|Launch|Print|Help)/

/** Locks the page for good. */
export function lockPage(): void {
  const prevent = (event: Event) => event.preventDefault()
  for (const name of NEVER) addEventListener(name, prevent)
  addEventListener('selectstart', (event) => {
    // Inside a field the caret moves by selecting.
    const { target } = event
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (!isField) event.preventDefault()
  })
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || FOREIGN.test(event.key)) event.preventDefault()
  })
  // Two fingers zoom on a touch screen, Ctrl and the wheel on a trackpad or a mouse.
  const preventZoom = (event: Event) => {
    const fingers = 'touches' in event ? (event as TouchEvent).touches.length : 0
    const wheelZoom = 'ctrlKey' in event && (event as WheelEvent).ctrlKey
    if ((fingers > 1 || wheelZoom) && event.cancelable) event.preventDefault()
  }
  addEventListener('touchmove', preventZoom, { passive: false })
  addEventListener('wheel', preventZoom, { passive: false })
  holdHistory()
}

/** Going back leads here again. Browsers skip a history entry made without a touch, so each touch checks. */
function holdHistory(): void {
  const hold = () => {
    if (history.state !== 'held') history.pushState('held', '')
  }
  addEventListener('popstate', hold)
  addEventListener('click', hold, true)
}
