# Căn Cứ in a container. The encoder is built into the image, so that it starts without network; data lives in the volume /data.
FROM python:3.11-slim-bookworm

# Where PyTorch's CPU build is fetched from; empty for pip's default index (README, "Khi phải tự chọn bản PyTorch").
ARG TORCH_INDEX=

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HF_HUB_OFFLINE=1 HAYSTACK_TELEMETRY_ENABLED=False
WORKDIR /app

RUN pip install ${TORCH_INDEX:+--index-url "$TORCH_INDEX"} torch==2.13.0
COPY pyproject.toml README.md ./
COPY corpus corpus
COPY ingest ingest
COPY search_api search_api
COPY web web
RUN pip install . && CANCU_ENCODER=/app/encoder cancu encoder build

RUN useradd --system --home-dir /app cancu && mkdir /data && chown cancu /data
USER cancu
ENV CANCU_DATA=/data CANCU_ENCODER=/app/encoder CANCU_HOST=0.0.0.0
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/api/ready', timeout=5)"]
CMD ["cancu", "serve"]
