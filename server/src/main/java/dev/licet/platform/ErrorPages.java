package dev.licet.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows problems to people who look at a page. A bean of this type is asked before a problem is written as a document. */
public interface ErrorPages {

    /**
     * Answers with a page.
     *
     * @return false for a request that did not come from a page, and then has written nothing
     */
    boolean write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
