"""Settings: environment variables with the prefix CANCU_, read once and handed on. Nobody else looks at the environment."""

import difflib
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from corpus.errors import SettingsError

PREFIX = "CANCU_"
MEGABYTE = 1_000_000
DENSE_WEIGHT = 0.35  # chosen by tests/bench/retrieval.py: best on average, and on no set worse than one arm alone


class Settings(BaseSettings):
    """Every setting, its default and what it means (README lists them; a test compares)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    data: Path = Field(Path("data"), description="Thư mục dữ liệu: tệp gốc, danh mục, chỉ mục, bộ mã hoá")
    encoder: Path | None = Field(None, description="Thư mục bộ mã hoá; mặc định là encoder trong thư mục dữ liệu")
    device: Literal["cpu", "cuda"] = Field("cpu", description="Chạy bộ mã hoá trên cpu hay cuda (cần dựng bằng --gpu)")
    samples: bool = Field(True, description="Thêm văn bản mẫu vào kho mới còn trống (off để không thêm)")

    host: str = Field("127.0.0.1", description="Địa chỉ mạng mà máy chủ lắng nghe")
    port: int = Field(8000, ge=0, le=65535, description="Cổng của máy chủ (0: chọn cổng trống)")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Các tên máy khác (cách nhau bằng dấu phẩy) mà trang được mở từ đó"
    )

    database_url: str | None = Field(
        None, description="Địa chỉ SQLAlchemy của danh mục; mặc định là SQLite trong thư mục dữ liệu", repr=False
    )
    qdrant_url: str | None = Field(None, description="Địa chỉ máy chủ Qdrant; mặc định dùng chỉ mục nhúng")
    qdrant_api_key: str | None = Field(None, description="Khoá truy cập máy chủ Qdrant", repr=False)
    qdrant_shards: int = Field(1, ge=1, description="Số mảnh của bộ sưu tập trên máy chủ Qdrant")
    qdrant_replicas: int = Field(1, ge=1, description="Số bản sao của bộ sưu tập trên máy chủ Qdrant")

    dense_weight: float = Field(
        DENSE_WEIGHT, ge=0, le=1, description="Trọng số của tìm theo nghĩa khi trộn với tìm theo chữ"
    )
    question_pipeline: Path | None = Field(None, description="Tệp YAML thay cho chuỗi xử lý câu hỏi mặc định")

    llm_url: str | None = Field(
        None,
        pattern=r"^https?://[^\s/]",
        description="Địa chỉ máy chủ LLM kiểu OpenAI (ví dụ http://127.0.0.1:11434/v1) để diễn đạt lại câu trả lời; không đặt thì không dùng",
    )
    llm_model: str = Field("default", min_length=1, description="Tên mô hình trên máy chủ LLM")
    llm_api_key: str | None = Field(None, description="Khoá truy cập máy chủ LLM", repr=False)
    llm_seconds: float = Field(
        4.0,
        gt=0,
        le=60,
        description="Số giây tối đa chờ LLM diễn đạt một câu trả lời; quá hạn thì giữ câu trích nguyên văn",
    )

    allow_secret: bool = Field(False, description="Cho phép thêm văn bản đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT")
    max_upload_mb: int = Field(200, ge=1, description="Dung lượng tối đa của một lần thêm, tính bằng MB")
    max_files: int = Field(200, ge=1, description="Số tệp tối đa của một lần thêm")
    max_file_mb: int = Field(100, ge=1, description="Dung lượng tối đa của một tệp, tính bằng MB")
    watch: Path | None = Field(
        None, description="Thư mục theo dõi: tệp đặt vào đó được thêm, tệp đổi nội dung thành phiên bản mới"
    )
    watch_settle: float = Field(
        5.0, ge=0, description="Số giây một tệp phải giữ nguyên trước khi được thêm từ thư mục theo dõi"
    )
    read_memory_mb: int = Field(2000, ge=200, description="Bộ nhớ tối đa để đọc một tệp, tính bằng MB")
    read_seconds: int = Field(120, ge=1, description="Thời gian tối đa để đọc một tệp, tính bằng giây")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Mức ghi nhật ký")

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _split(cls, names: object) -> object:
        return tuple(n.strip() for n in names.split(",") if n.strip()) if isinstance(names, str) else names

    @property
    def encoder_folder(self) -> Path:
        """Where the encoder lives."""
        return self.encoder or self.data / "encoder"

    @property
    def database(self) -> str:
        """The catalogue's SQLAlchemy address."""
        return self.database_url or f"sqlite:///{self.data.absolute() / 'catalogue.sqlite'}"


def load_settings(**overrides: object) -> Settings:
    """Read the settings; an unknown CANCU_ name or a bad value is an error that names it.

    Raises:
        SettingsError: with the variable, what was wrong, and the nearest known name.
    """
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in os.environ:
        if name.startswith(PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise SettingsError(f"không có biến {name}" + (f", có phải {near[0]}?" if near else ""))
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in wrong["loc"]).upper()
        raise SettingsError(f"{name}={wrong.get('input')!r}: {wrong['msg']}") from error
