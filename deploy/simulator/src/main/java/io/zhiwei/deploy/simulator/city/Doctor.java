package io.zhiwei.deploy.simulator.city;

/**
 * A registered practitioner.
 *
 * @param id registration number
 * @param org institution
 * @param specialty scope of practice
 */
public record Doctor(String id, Place org, String specialty) {}
