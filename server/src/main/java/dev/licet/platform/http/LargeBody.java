package dev.licet.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body is read as it arrives, by a handler that has let the caller in. Only lists in CSV come so, and only
 * without an Idempotency-Key, which needs the whole body before anything is done; with one the usual limit holds.
 */
final class LargeBody extends HttpServletRequestWrapper {
    static final long MAX = 256L << 20;
    private static final String ROUTE = "/v1/licenses/bulk";

    LargeBody(HttpServletRequest request) {
        super(request);
    }

    static boolean isExpected(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && (request.getRequestURI().equals(ROUTE)
                        || request.getRequestURI().startsWith(ROUTE + "/"))
                && type != null
                && type.regionMatches(true, 0, "text/csv", 0, 8)
                && request.getHeader("Idempotency-Key") == null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream in;
        private long left = MAX;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            return counted(read < 0 ? -1 : 1) < 0 ? -1 : read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(in.read(into, offset, length));
        }

        private int counted(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw Problems.byStatus(413);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
