"""The load generator: real clients against the real program, by the same protocol as the page. `python -m tests.load --help`.

    problems    what students send: the repository's own specimens, in both languages
    pages       a browser tab without a browser: HTTP and server-sent events, as the page's own client speaks them
    others      gradio_client and real headless browsers, in processes of their own
    machine     processor time, memory (PSS), processes and descriptors of a tree of processes, from /proc
    stack       what a run starts and ends: the program, PostgreSQL, nginx, a model's server
    running     one run: students, idle pages, samples, what is left behind
    faults      what goes wrong meanwhile, on purpose
    kept        whether all that was shown is in the store
    report      rows as lines of JSON, tables in Markdown

Its results stand in `RESULTS.md` beside this.
"""
