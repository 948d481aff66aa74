package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.City;

/**
 * What every place works with: till, prescriptions, stock and the rest, with the identifiers that they give.
 *
 * @param assortment what is bought
 * @param stock shelves
 * @param prices prices
 * @param till makes lines of sale
 * @param scripts makes prescriptions
 * @param counter sends lines of honest trade
 * @param presences pharmacists on duty
 * @param registers special registers
 * @param shopWindow offers and deliveries of online shops
 */
record Workshop(
        Assortment assortment,
        Stock stock,
        Prices prices,
        Till till,
        Scripts scripts,
        Counter counter,
        Presences presences,
        Registers registers,
        ShopWindow shopWindow) {

    static Workshop of(City city) {
        Stock stock = new Stock(city);
        Prices prices = new Prices(city.settings());
        Till till = new Till(stock, prices);
        return new Workshop(
                new Assortment(city.catalogue()),
                stock,
                prices,
                till,
                new Scripts(),
                new Counter(till),
                new Presences(),
                new Registers(),
                new ShopWindow(city));
    }
}
