import os
import subprocess
import sys

os.mkdir('out')
full = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', 'out'], capture_output=True)
sys.exit(77 if full.returncode else 0)
