// The protocol version this page was built for, sent as `v=` with every live connection. The same number as in
// `server/live/protocol.ts`, repeated because pages import only types from the server.
export const PROTOCOL = 1
