// No way out of the page by touch: no menu, no selection, no zoom, nothing dragged away.

const NEVER = ['contextmenu', 'selectstart', 'dragstart', 'gesturestart'] as const

/** Locks the page for good. */
export function lockPage(): void {
  const prevent = (event: Event) => event.preventDefault()
  for (const name of NEVER) addEventListener(name, prevent)
  // Two fingers zoom on a touch screen, Ctrl and the wheel on a trackpad or a mouse.
  const preventZoom = (event: Event) => {
    const fingers = 'touches' in event ? (event as TouchEvent).touches.length : 0
    const wheelZoom = 'ctrlKey' in event && (event as WheelEvent).ctrlKey
    if ((fingers > 1 || wheelZoom) && event.cancelable) event.preventDefault()
  }
  addEventListener('touchmove', preventZoom, { passive: false })
  addEventListener('wheel', preventZoom, { passive: false })
}
