"""Every sentence the Python side says to people, in Vietnamese: what happened, then what to do."""

MESSAGES = {
    # the file
    "unsupported_format": "Chưa đọc được loại tệp này ({detail}). Hãy lưu thành PDF, DOCX, HTML, TXT hoặc MD rồi thêm lại.",
    "old_format": "Đây là tệp {detail}, loại tệp văn phòng đời cũ chưa đọc được. Hãy mở bằng Word hoặc LibreOffice, lưu thành DOCX rồi thêm lại.",
    "scanned_document": "Đây là bản chụp (scan), không có lớp chữ: {detail}. Hãy thêm bản có chữ (DOCX hoặc PDF xuất từ Word) của văn bản này.",
    "legacy_font": "Chữ trong tệp dùng phông cũ ({detail}), không phải Unicode. Hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi thêm lại.",
    "encrypted_document": "Tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thêm lại.",
    "damaged_document": "Tệp hỏng hoặc không đúng định dạng ({detail}). Hãy mở thử bằng phần mềm của nó, lưu lại rồi thêm lại.",
    "empty_document": "Không tìm thấy chữ nào trong tệp. Hãy kiểm tra lại xem có đúng tệp cần thêm không.",
    "secret_document": "Văn bản có đóng dấu độ mật “{detail}” nên không được thêm vào kho. "
    "Nếu máy này được phép lưu tài liệu mật, người quản trị đặt CANCU_ALLOW_SECRET=on.",
    "read_limit_exceeded": "Đọc tệp này tốn quá giới hạn ({detail}). Hãy tách tệp thành nhiều phần nhỏ hơn rồi thêm lại.",
    # the request
    "invalid_request": "Yêu cầu chưa đúng: {detail}.",
    "forbidden": "Yêu cầu bị từ chối vì không đến từ trang Căn Cứ trên máy này ({detail}). "
    "Nếu cần mở từ địa chỉ khác, người quản trị thêm địa chỉ đó vào CANCU_ALLOWED_HOSTS.",
    "not_found": "Không có {detail} trong kho. Có thể mục này đã bị xoá; hãy tải lại danh sách.",
    "conflict": "Không làm được lúc này: {detail}.",
    "upload_too_large": "Lần thêm này quá lớn ({detail}). Hãy thêm ít tệp hơn mỗi lần, hoặc tách tệp lớn.",
    "invalid_gold": "Tệp câu hỏi mẫu chưa đúng: {detail}. Hãy sửa chỗ ấy rồi chạy lại; mỗi dòng là một đối tượng JSON có id, question, kind, style, docs, values, evidence.",
    "invalid_run": "Tệp kết quả chấm không dùng được ({detail}). Hãy chấm lại với --save để có tệp mới.",
    "internal_error": "Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu {detail} cho người quản trị.",
    # the service
    "catalogue_unavailable": "Không đọc hoặc ghi được dữ liệu ({detail}). Hãy kiểm tra dung lượng đĩa và quyền ghi thư mục dữ liệu rồi thử lại.",
    "index_unavailable": "Chỉ mục tìm kiếm chưa trả lời ({detail}). Hãy thử lại sau ít giây; nếu vẫn vậy, dừng máy chủ và chạy: cancu rebuild",
    "data_folder_busy": "Thư mục dữ liệu {detail} đang được một tiến trình khác dùng. "
    "Hãy dùng máy chủ đang chạy, hoặc dừng nó rồi chạy lại lệnh.",
    "server_unreachable": "Máy chủ {detail} không trả lời. Hãy kiểm tra máy chủ rồi thử lại.",
    # the set-up
    "settings_error": "Thiết lập chưa đúng: {detail}.",
    "encoder_missing": "Chưa có bộ mã hoá ở {detail}. Hãy chạy: cancu encoder build",
    "encoder_error": "Bộ mã hoá không dùng được ({detail}). Hãy dựng lại: cancu encoder build",
    "identity_mismatch": "Chỉ mục được dựng bằng bộ mã hoá hoặc bộ phân tích khác ({detail}). Hãy chạy: cancu rebuild",
    "catalogue_too_new": "Dữ liệu do phiên bản mới hơn của chương trình ghi ({detail}). Hãy cập nhật chương trình rồi chạy lại.",
}

STAGES = {
    "waiting": "đang chờ",
    "reading": "đang đọc tệp",
    "encoding": "đang mã hoá",
    "indexing": "đang đưa vào chỉ mục",
    "done": "đã thêm",
    "failed": "không thêm được",
    "cancelled": "đã huỷ",
}

# The ledger in files: names of sheets and files, headings, what stands in cells.
LEDGER_NAMES = {
    "target": "Chỉ tiêu",
    "assignment": "Phân công",
    "decision": "Quyết định",
    None: "Chỉ tiêu, phân công, quyết định",
}
LEDGER_HEADINGS = {
    "n": "STT", "kind": "Sổ", "status": "Mục tiêu, kết quả", "indicator": "Chỉ tiêu", "comparator": "So sánh", "value": "Giá trị",
    "upper": "Đến giá trị", "unit": "Đơn vị", "base": "Tính trên", "scope": "Phạm vi", "year": "Năm, giai đoạn", "lead": "Chủ trì", "task": "Nhiệm vụ",
    "coordinate": "Phối hợp", "lead_canonical": "Chủ trì (tên hiện nay)", "deadline": "Thời hạn", "deadline_date": "Hạn cuối",
    "deadline_state": "Tình trạng hạn", "product": "Sản phẩm", "cost": "Kinh phí", "action": "Hành động", "object": "Nội dung quyết định",
    "effective_on": "Ngày có hiệu lực", "quote": "Trích nguyên văn", "heading": "Mục", "page": "Trang", "symbol": "Số, ký hiệu",
    "title": "Trích yếu", "doc_type": "Loại văn bản", "issuer": "Cơ quan ban hành", "issued_on": "Ngày ban hành", "file_name": "Tệp",
    "sample": "Văn bản mẫu", "verdict": "Đánh giá", "by": "Người đánh giá", "link": "Liên kết",
}  # fmt: skip
LEDGER_WORDS = {
    "target": "mục tiêu", "result": "kết quả", "=": "bằng", ">=": "tối thiểu", ">": "trên", "<=": "tối đa", "<": "dưới", "~": "khoảng",
    "range": "từ … đến", "overdue": "quá hạn", "soon": "sắp đến hạn", "later": "còn hạn", "none": "không có ngày", "right": "đúng",
    "wrong": "sai", "corrected": "đã sửa", "sample": "mẫu",
}  # fmt: skip
CALENDAR_WORDS = {
    "due": "Hạn",
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "deadline": "Thời hạn",
    "product": "Sản phẩm",
    "source": "Văn bản",
}

# The evaluation of answers: headings, measures, what is wrong with a reply, and sentences about a run.
EVALUATION_WORDS = {
    "group": "Nhóm", "n": "Số câu", "all": "tất cả", "answered": "Có đáp", "correct": "Đúng", "cited@1": "Dẫn@1", "cited@3": "Dẫn@3", "right": "Đạt",
    "measure": "Số đo", "before": "Trước", "after": "Sau", "difference": "Chênh", "interval": "Khoảng 95%",
    "kinds": "Theo loại câu hỏi (%)", "styles": "Theo cách gõ (%)", "differences": "So với lần trước (%, * là khác biệt chắc chắn)",
    "exact": "Trích đúng nguyên văn", "refusal_precision": "Từ chối đúng chỗ", "refusal_recall": "Từ chối đủ", "ms": "Mỗi câu (ms)",
    "flaws": "Chưa đạt vì", "became_right": "Nay đạt", "became_wrong": "Nay không đạt", "wanted": "cần", "got": "được", "below": "Dưới mức đặt ra",
    "refused": "không trả lời", "unwanted": "đáng lẽ từ chối", "too_long": "dài quá", "value": "thiếu hoặc sai giá trị",
    "strays": "lẫn nhiều tỷ lệ khác", "uncited": "dẫn sai chỗ", "unchanged": "không đổi", "asking": "Đang hỏi",
}  # fmt: skip
EVALUATION_NOTES = {
    "missing": "Kho thiếu {count} văn bản mà tệp câu hỏi cần, nên câu hỏi về chúng có thể không đạt: {names}.",
    "no_marks": "Hai lần hỏi khác nhau: một lần có dấu, một lần không dấu.",
    "documents": "Hai lần hỏi trên kho khác nhau: {before} văn bản, rồi {after} văn bản.",
    "left_out": "{count} câu chỉ có ở một lần hỏi nên không được so.",
    "saved": "Đã ghi kết quả vào {path}.",
}

# The list of unanswered questions, in files and on the terminal: its name, headings, states, and why there was no answer.
UNANSWERED_NAME = "Câu hỏi chưa có lời đáp"
UNANSWERED_HEADINGS = {
    "question": "Câu hỏi", "asked": "Số lần hỏi", "first_at": "Hỏi lần đầu", "last_at": "Hỏi gần nhất", "state": "Tình trạng", "reason": "Vì sao",
    "nearest": "Văn bản gần nhất", "answered_at": "Có lời đáp từ", "answered_by": "Văn bản có lời đáp",
}  # fmt: skip
UNANSWERED_STATES = {"open": "chưa có lời đáp", "answered": "nay đã có lời đáp", "dismissed": "đã bỏ qua"}
UNANSWERED_REASONS = {
    "nothing": "kho chưa có đoạn nào gần với câu hỏi", "topic": "kho chưa có nội dung này",
    "year": "kho có nội dung gần, nhưng không phải năm hoặc giai đoạn được hỏi",
    "otherwise": "kho có nội dung gần, nhưng của nơi khác, cơ quan khác hoặc văn bản khác",
    "figure": "kho có nhắc đến, nhưng không ghi con số, thời hạn hoặc cơ quan được hỏi",
}  # fmt: skip
