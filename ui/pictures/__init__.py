"""Pictures of problems: `POST /pictures` reads one, `GET /pictures/{name}` shows it again.

`album.py` keeps them in memory, `reading.py` puts a reading into the page's terms, `routes.py` answers. The browser's side is
`assets/tools.js` (how a picture gets there) and `assets/picture-*.js` (what happens to it before it is solved).
"""

from ui.pictures.album import Album, Kept
from ui.pictures.routes import MAX_BYTES, routes

__all__ = ["MAX_BYTES", "Album", "Kept", "routes"]
