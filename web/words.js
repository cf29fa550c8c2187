// @ts-check
// Every sentence that scripts put on the page, in one place.

export const words = {
  title: "Căn Cứ",
  documentsTitle: "Văn bản – Căn Cứ",
  addingTitle: "Thêm văn bản – Căn Cứ",
  undo: "Hoàn tác",
  copied: "Đã sao chép.",
  searching: "Đang tìm…",
  answer: "Trả lời",
  citations: "Trích dẫn",
  notFound: "Không tìm thấy trong kho",
  nearest: "Những đoạn gần nhất",
  notFoundHelp: "Hãy hỏi bằng từ ngữ khác, hoặc thêm văn bản có nội dung này. Những đoạn gần nhất ở dưới đây.",
  nothingNear: "Hãy hỏi bằng từ ngữ khác, hoặc thêm văn bản có nội dung này.",
  answered: (/** @type {number} */ n) => `Đã trả lời, có ${n} trích dẫn.`,
  hits: (/** @type {number} */ shown, /** @type {number} */ total, /** @type {boolean} */ more) =>
    shown < total || more ? `${shown} đoạn đầu trong ${more ? "hơn " : ""}${total} đoạn tìm thấy` : `${total} đoạn tìm thấy`,
  readAs: (/** @type {string} */ text) => `Hiểu là: ${text}`,
  serverGone: "Máy chủ chưa trả lời. Hãy kiểm tra cửa sổ đang chạy “make serve”, rồi thử lại.",
  sample: "văn bản mẫu",
  page: (/** @type {number} */ n) => `trang ${n}`,
  openCitation: (/** @type {number} */ n, /** @type {string} */ title) => `Mở trích dẫn ${n}: ${title}`,
  corpusSize: (/** @type {number} */ n, /** @type {number} */ samples) =>
    n === 0
      ? "Kho chưa có văn bản nào. Hãy thêm tệp ở phần Thêm."
      : `Kho đang có ${n} văn bản` + (samples ? `, trong đó ${samples} văn bản mẫu.` : "."),
  samplesRemoved: (/** @type {number} */ n) => `Đã gỡ ${n} văn bản mẫu.`,
  sending: (/** @type {number} */ n) => `Đang gửi ${n} tệp…`,
  folderDropped: "Chưa nhận được thư mục. Hãy mở thư mục, chọn các tệp bên trong rồi thả vào đây.",
  duplicate: "đã có trong kho",
  counts: (/** @type {number} */ passages, /** @type {number | null} */ pages) => `${passages} đoạn${pages ? `, ${pages} trang` : ""}`,
  examples: [
    "Đến năm 2025 tỷ trọng kinh tế số của thành phố phải đạt bao nhiêu?",
    "Cơ quan nào chủ trì xây dựng Đề án Trung tâm Đổi mới sáng tạo và Khởi nghiệp?",
    "Năm 2024 năng suất lao động xã hội tăng bao nhiêu, có đạt kế hoạch không?",
  ],
};
