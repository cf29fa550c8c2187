"""When the service should rather say nothing: questions made by rule from the facts that a server holds, and twins that nothing there answers.

python -m tests.bench.refusal --url http://127.0.0.1:8000 --out build/refusal [--fit]
"""
