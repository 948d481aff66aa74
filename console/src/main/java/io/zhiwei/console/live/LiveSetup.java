package io.zhiwei.console.live;

import io.zhiwei.console.health.HealthWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The open lists and their heart beat. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LiveSetup {

    @Bean
    LiveAlerts liveAlerts(RowRenderer rows, HealthWatch health) {
        LiveAlerts live = new LiveAlerts(rows);
        health.onChange(live::tell);
        return live;
    }

    @Bean
    HeartBeat heartBeat(LiveAlerts live) {
        return new HeartBeat(live);
    }

    /** Beats every fifteen seconds: below the idle limit of common proxies. */
    record HeartBeat(LiveAlerts live) {
        @Scheduled(fixedRate = 15_000)
        void beat() {
            live.beat();
        }
    }
}
