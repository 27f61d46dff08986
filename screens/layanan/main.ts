// The pages under `/layanan/` come drawn by the server and need no script; this one only offers to print.
import '../tokens.css'
import '../components/components.css'
import '../ground.css'
import './layanan.css'
import './sheet.css'

const print = document.getElementById('print')
if (print) {
  print.hidden = false
  print.addEventListener('click', () => window.print())
}
