package io.zhiwei.console.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Prints reports: the same report gives the same bytes. Its Chinese font is embedded, so that it looks and copies the same
 * everywhere.
 */
@Component
public final class ReportPdf {

    private static final String TEMPLATE = "report-pdf";
    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
    private static final int REGULAR = 400;
    /** What XML cannot hold; an advertiser's name may. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final String GETA = "〓";

    private final SpringTemplateEngine engine;

    /** Renders with the engine of the pages. */
    public ReportPdf(SpringTemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns a report as a PDF.
     *
     * @param view what the template shows, as on the page
     */
    public byte[] print(Report report, ReportView view, Locale locale) {
        String html = engine.process(TEMPLATE, new Context(locale, view.variables(report)));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(UNPRINTABLE.matcher(html).replaceAll(GETA), null)
                .useFont(ReportPdf::font, "Noto Sans SC", REGULAR, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document, report.period());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be printed", e);
        }
    }

    /** A PDF carries times and an identifier that is made of the clock. Both come from the period instead. */
    private static void date(PDDocument document, Period period) {
        Calendar end = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
        end.setTimeInMillis(period.end().toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(end);
        information.setModificationDate(end);
        document.setDocumentId(end.getTimeInMillis());
    }

    private static InputStream font() {
        return Objects.requireNonNull(
                ReportPdf.class.getResourceAsStream(FONT), "the class path lacks the font " + FONT);
    }
}
