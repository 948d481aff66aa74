package io.zhiwei.deploy.bench.events;

import io.zhiwei.schemas.ProductCategory;
import java.util.List;

/**
 * What an advertiser shows, on one page or on many.
 *
 * @param advertiser who
 * @param category regime of the product
 * @param product name of the product
 * @param productNumbers official numbers of the product
 * @param reviewNumbers review numbers
 * @param text wording
 * @param violating whether the wording makes a forbidden claim
 */
record Creative(
        Advertiser advertiser,
        ProductCategory category,
        String product,
        List<String> productNumbers,
        List<String> reviewNumbers,
        String text,
        boolean violating) {}
