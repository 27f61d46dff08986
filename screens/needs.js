// Says what a page needs if it can't start: in a browser that is too old, or that keeps no cookie. A plain script in
// the JavaScript of 2009, without even a variable, because that is where it has to run; the words are in the page
// already (`server/launch/needs.mjs`). Nothing imports it.
;(function (part) {
  show('cookies', !navigator.cookieEnabled && asked('data-cookies'))
  // A page is drawn when all its scripts have run, which is before this; a slow one removes the words again.
  addEventListener('load', look)

  function look() {
    // The phone's page arrives drawn: it is not blank, only static.
    if (kind() === 'phone') show('old', !isYoung())
    else sayBlank(document.getElementById('app') || document.getElementById('page'))
    if (kind() === 'phone' && !isYoung()) setTimeout(again, 30000)
  }

  /** @param {HTMLElement | null} root */
  function sayBlank(root) {
    show('old', !root || (!root.firstChild && !isYoung()))
    show('failed', root && !root.firstChild && isYoung())
    if (root && !root.firstChild) setTimeout(sayBlank, 1000, root)
  }

  function again() {
    location.reload()
  }

  /** As in `server/launch/pages.mjs`. */
  function kind() {
    return part && part.getAttribute('data-browsers')
  }

  /**
   * Whether the attribute is about this page's address.
   * @param {string} name
   */
  function asked(name) {
    return part && part.hasAttribute(name) && RegExp(part.getAttribute(name) || '').test(location.search)
  }

  /** By features of the oldest browser that the page is built for; the name of a browser says little. */
  function isYoung() {
    return kind() === 'tv'
      ? 'composedPath' in Event.prototype
      : kind() === 'phone' || kind() === 'visitor'
        ? window.Promise && 'any' in Promise
        : window.CSS && CSS.supports('height', '1dvh') && CSS.supports('container-type', 'size')
  }

  /**
   * @param {string} what
   * @param {unknown} isSo
   */
  function show(what, isSo) {
    put(document.getElementById('needs-' + what), isSo)
  }

  /**
   * @param {HTMLElement | null} words
   * @param {unknown} isSo
   */
  function put(words, isSo) {
    if (words) words.hidden = !isSo
  }
})(document.getElementById('needs'))
