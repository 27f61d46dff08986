// Where a printer may be: on the hall's own network, and at a port that no other service uses. Anyone who may revise
// the plan names printers by address, and could otherwise use the server to find out what answers elsewhere, or to
// talk to it.
import { BlockList, isIP, isIPv6 } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** Whether a printer may be at this address (of IPv4 or IPv6, never a name) and port. */
export type Reach = (address: string, port: number) => boolean

type Interfaces = () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** No printer takes raw bytes below this: mail, web, shells, file shares. */
const FIRST_PORT = 1024
/**
 * Services that accept text commands from anyone who reaches them: databases, containers, caches, debuggers, X.
 * Printers listen at 9100 and next to it, agents and print servers wherever they were put.
 */
const services = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 2380, 3306, 4369, 5432, 5672, 5900, 5984, 5985, 5986, 6000, 6001, 6379,
  6443, 8086, 9042, 9092, 9200, 9222, 9229, 10250, 11211, 26379, 27017, 50051,
])

const privateNets = netsOf([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['127.0.0.0', 8],
  ['::1', 128],
])
/** Addresses of nobody, of everybody, and where a rented machine serves its secrets. */
const never = netsOf([
  ['0.0.0.0', 8],
  ['169.254.169.254', 32],
  ['224.0.0.0', 3],
  ['fd00:ec2::254', 128],
])
const loopback = netsOf([
  ['127.0.0.0', 8],
  ['::1', 128],
])
/** A network of this PC with a shorter prefix than this is a route to the whole world, not a hall's network. */
const SHORTEST = { IPv4: 8, IPv6: 48 } as const

/**
 * Knows where printers may be. `ownPort`: the port at which the hall itself listens on this PC, null while it does
 * not. Any other port on this PC may be an agent or a print server.
 */
export function createReach(ownPort: () => number | null, interfaces: Interfaces = networkInterfaces): Reach {
  return (written, port) => {
    // A zone (`fe80::1%eth0`) names the interface, not the place.
    const [address = ''] = written.split('%')
    if (isIP(address) === 0 || port < FIRST_PORT || services.has(port)) return false
    const isIn = (nets: BlockList) => nets.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
    if (isIn(never)) return false
    // Asked each time: a PC's addresses change while it runs.
    const here = Object.values(interfaces()).flatMap((found) => found ?? [])
    const own = new BlockList()
    for (const one of here) own.addAddress(one.address, ipOf(one))
    if (port === ownPort() && (isIn(own) || isIn(loopback))) return false
    return isIn(privateNets) || isIn(own) || isIn(around(here))
  }
}

/** The networks that this PC is in, even those with public addresses. */
function around(here: readonly NetworkInterfaceInfo[]): BlockList {
  const nets = new BlockList()
  for (const one of here) {
    const prefix = Number(one.cidr?.split('/')[1] ?? 0)
    if (!one.internal && prefix >= SHORTEST[one.family]) nets.addSubnet(one.address, prefix, ipOf(one))
  }
  return nets
}

function netsOf(all: readonly (readonly [string, number])[]): BlockList {
  const nets = new BlockList()
  for (const [net, prefix] of all) nets.addSubnet(net, prefix, isIPv6(net) ? 'ipv6' : 'ipv4')
  return nets
}

function ipOf({ family }: NetworkInterfaceInfo): 'ipv4' | 'ipv6' {
  return family === 'IPv6' ? 'ipv6' : 'ipv4'
}
