/** Shows the button that prints: without scripts it would do nothing, so it comes hidden. */
export function offerPrint(): void {
  const print = document.getElementById('print')
  if (!print) return
  print.hidden = false
  print.addEventListener('click', () => window.print())
}
