import os

os.remove('workspace/report.toml')
