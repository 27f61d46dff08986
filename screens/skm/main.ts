// `/skm/` comes drawn by the server and needs no script; this one only offers to print.
import '../tokens.css'
import '../components/components.css'
import '../ground.css'
import '../layanan/layanan.css'
import './skm.css'
import { offerPrint } from '../layanan/print.ts'

offerPrint()
