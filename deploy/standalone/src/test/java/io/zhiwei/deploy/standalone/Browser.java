package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A person before a real Chromium that shows the console. */
final class Browser implements AutoCloseable {

    /** Long, because tests share their machine. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Dimension DESK = new Dimension(1280, 900);

    private final String address;
    private final ChromeDriver driver;

    /** Opens a window of a desk's size with nothing in it. */
    Browser(String address) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        this.address = address;
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().window().setSize(DESK);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    /** Leaves a test out, and says so, where no Chromium is installed. */
    static void assumeInstalled() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "no Chromium: on Debian 'apt-get install chromium chromium-driver'");
    }

    ChromeDriver driver() {
        return driver;
    }

    void login(String name, String password) {
        open("/login");
        one("input[name=username]").sendKeys(name);
        one("input[name=password]").sendKeys(password + Keys.ENTER);
        until(() -> !all("#alerts").isEmpty());
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** Returns the address of the page without that of the console. */
    String path() {
        return Objects.toString(driver.getCurrentUrl()).substring(address.length());
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text() {
        return one("main").getText();
    }

    void type(String selector, String text) {
        WebElement field = one(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks what leads to another page, also where the live list is just replacing it, and waits until the page is there. */
    void follow(String selector) {
        WebElement left = one("html");
        until(() -> {
            one(selector).click();
            return true;
        });
        until(() -> !one("html").equals(left) && "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** Waits for what is to be seen; what is seen instead is in the failure. */
    void until(Callable<Boolean> seen) {
        try {
            await().atMost(PATIENCE).ignoreExceptions().until(seen);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not seen at " + path() + ": " + text(), e);
        }
    }

    /** The page's policy forbids what is inline; a violation or a script error would be in the log. */
    void assertNothingRefused() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    /** Asserts that the accessibility checker finds nothing by the rules of WCAG 2.2 AA. */
    void assertAccessible() throws IOException {
        driver.executeScript(axe());
        Object violations = driver.executeAsyncScript("const done = arguments[0];"
                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                + ".then(found => done(found.violations"
                + ".map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))))");
        assertThat((List<?>) violations).as(path()).isEmpty();
    }

    private static String axe() throws IOException {
        String path = "/axe.min.js";
        try (InputStream stream = Browser.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}. */
    void picture(String name) throws IOException {
        Dimension before = driver.manage().window().getSize();
        Number height = (Number) Objects.requireNonNull(
                driver.executeScript("return Math.min(4000, document.documentElement.scrollHeight + 100)"));
        driver.manage().window().setSize(new Dimension(before.getWidth(), height.intValue()));
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        driver.manage().window().setSize(before);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
