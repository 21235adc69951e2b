using Microsoft.Extensions.Logging;
using TypedLlm;

namespace VanArsdel.Functions;

public class InvoiceFunctions
{
    private readonly IInvoiceReader _reader;
    private readonly ILogger _logger;

    public InvoiceFunctions(IInvoiceReader reader, ILoggerFactory loggerFactory)
    {
        _reader = reader;
        _logger = loggerFactory.CreateLogger<InvoiceFunctions>();
    }

    [Function("ReadInvoice")]
    public async Task RunAsync([QueueTrigger("invoices", Connection = "Storage")] string text, CancellationToken cancellationToken)
    {
        var result = await _reader.TotalAsync(text, new LlmCallOptions { Metadata = new Dictionary<string, string> { ["source"] = "queue" } }, cancellationToken).ConfigureAwait(false);
        _logger.LogInformation("Read for {Cost} USD", result.Cost);
    }
}

[LlmEndpoint(Primary = LlmModels.Gpt61Terra, Fallback = LlmModels.Gpt54, Store = false, TimeoutMs = 300_000)]
public interface IInvoiceReader
{
    [Prompt("The total of this invoice, as a number:\n{invoice}")]
    Task<LlmResult<string>> TotalAsync([Untrusted] string invoice, LlmCallOptions? options = null, CancellationToken cancellationToken = default);
}
