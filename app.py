"""Wer sagt was?

`flask --app app` finds the app here; `python app.py` sets everything up and
serves it. This file must be readable for any Python, so that an old one gets a
sentence and not a syntax error.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Wer sagt was? needs Python 3.11 or newer; this is Python %d.%d."
        % sys.version_info[:2]
    )

if __name__ == "__main__":
    from quiz.serve import main

    sys.exit(main(sys.argv[1:]))
elif __name__ != "__mp_main__":  # a process beside the server needs no app
    from quiz.factory import create_app

    app = create_app()
