// What televisions of 2018 lack and our libraries take for granted: it is there before anything is drawn. The build
// changes only syntax, never what the browser has to supply.

if (typeof queueMicrotask !== 'function') {
  Object.defineProperty(window, 'queueMicrotask', {
    value: (run: () => void) => void Promise.resolve().then(run),
  })
}
