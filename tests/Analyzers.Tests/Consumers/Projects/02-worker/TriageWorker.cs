namespace Fabrikam.Tickets.Worker;

public sealed class TriageWorker(ITicketQueue queue, ITriage triage, ILogger<TriageWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var ticket in queue.ReadAsync(stoppingToken))
        {
            var label = await triage.LabelAsync(ticket.Subject, ticket.Body, ticket.Priority, stoppingToken);
            logger.LogInformation("Ticket {Id} is about {Label}", ticket.Id, label.Value);
        }
    }
}
