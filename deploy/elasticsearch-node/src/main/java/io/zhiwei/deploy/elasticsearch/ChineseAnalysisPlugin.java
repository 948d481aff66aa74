package io.zhiwei.deploy.elasticsearch;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/** The analyzers {@code smartcn} and {@code cjk}, under the names that a full Elasticsearch gives them. */
public final class ChineseAnalysisPlugin extends Plugin implements AnalysisPlugin {

    private record Named(String name, Analyzer get) implements AnalyzerProvider<Analyzer> {
        @Override
        public AnalyzerScope scope() {
            return AnalyzerScope.INDEX;
        }
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(
                "smartcn", (index, environment, name, settings) -> new Named(name, new SmartChineseAnalyzer()),
                "cjk", (index, environment, name, settings) -> new Named(name, new CJKAnalyzer()));
    }
}
