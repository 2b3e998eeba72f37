"""The MCP server at `/mcp`: four tools for assistants that speak the Model Context Protocol over streamable HTTP.

    schemas     the tools as a client lists them: what goes in, what comes out
    tools       what they do, each in a session of its own that ends with the call, however it ends
    door        the route; the library behind it is loaded with the first request

The same entrance as `/v1` and `/api/solve` (`ui.v1.entrance`): keys, origins, rates, places, a class's lock. Each request stands for itself
(no sessions), so any of several servers can answer it. Version 1 of the library `mcp`: a Space installs `gradio[mcp]`, which goes with no other.
"""

from ui.mcp.door import Mcp

__all__ = ["Mcp"]
