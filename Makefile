# Hai lệnh chính: `make serve` và `make test`. Lần đầu cài đặt vào .venv; các lần sau bắt đầu ngay.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE = 1
export HAYSTACK_TELEMETRY_ENABLED = False
# Nơi lấy bản PyTorch cho CPU, nếu kho mặc định chỉ có bản cho GPU (xem README): make serve TORCH_INDEX=…
TORCH_INDEX ?=

# Các thư mục của make bench-readings
SETS ?=

.PHONY: serve test check bench bench-readings format clean

serve: $(VENV)/.installed data/encoder/encoder.json
	@$(BIN)/cancu serve

test: $(VENV)/.installed-test data/encoder/encoder.json
	@sh tests/install-chromium.sh
	@$(BIN)/python -m pytest -n 3 --dist loadfile

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-bench data/encoder/encoder.json
	$(BIN)/python -m tests.bench.speed --out build/bench/speed.json
	$(BIN)/python -m tests.bench.crash --out build/bench/crash.json

# Hỏi không dấu, sai phím, viết tắt: make bench-readings SETS="THƯ_MỤC…" (bộ câu hỏi công khai, định dạng ở tests/bench/retrieval_sets.py)
bench-readings: $(VENV)/.installed-test data/encoder/encoder.json
	$(BIN)/python -m tests.bench.readings $(SETS)

$(VENV)/bin/python:
	@echo "→ Tạo môi trường Python trong $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { echo "Chưa có mô-đun venv. Trên Debian/Ubuntu: apt-get install python3-venv, rồi chạy lại."; rm -rf $(VENV); exit 1; }

$(VENV)/.torch: | $(VENV)/bin/python
	@echo "→ Cài PyTorch (lần đầu, vài phút)"
	@$(BIN)/pip install -q --disable-pip-version-check $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch==2.13.0
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.torch
	@echo "→ Cài Căn Cứ và các thư viện (lần đầu, vài phút)"
	@$(BIN)/pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "→ Cài phần dùng cho kiểm thử"
	@$(BIN)/pip install -q --disable-pip-version-check -e ".[test]"
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-test
	@echo "→ Cài phần dùng cho đo tốc độ"
	@$(BIN)/pip install -q --disable-pip-version-check -e ".[test,bench]"
	@touch $@

data/encoder/encoder.json: | $(VENV)/.installed
	@echo "→ Dựng bộ mã hoá (một lần, khoảng một phút)"
	@$(BIN)/cancu encoder build

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
