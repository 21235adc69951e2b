using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>Makes a batch of a request: reads the input file, shuffles its lines and settles when what will happen.</summary>
internal sealed class BatchFactory(SimulatorOptions options, SimulatorStores stores, BatchInputReader reader, BatchRunner runner)
{
    public SimulatedBatch Create(BatchRequest request, BatchScript script, string id)
    {
        var now = options.Clock.GetUtcNow();
        var input = Read(request, script);
        var times = BatchTimes.From(now, script, options);

        // Results never come in the order of the file; one seed gives one order.
        var lines = input.Lines.ToArray();
        new Random(int.Parse(id.AsSpan()[^7..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Shuffle(lines);
        return new SimulatedBatch(id, request, input with { Lines = lines }, times, script, Run);

        BatchLineResult Run(BatchLine line, DateTimeOffset at) => runner.Run(
            line, request.Endpoint, script.Lines.GetValueOrDefault(line.CustomId) ?? script.EveryLine ?? ScriptedReply.Normal, $"{id}/{line.CustomId}", at);
    }

    private BatchInput Read(BatchRequest request, BatchScript script)
    {
        if (script.Failure is { } failure)
        {
            return BatchInput.Refused(failure);
        }

        if (stores.Files.Find(request.InputFileId) is not { } file)
        {
            return BatchInput.Refused(BatchErrors.FileNotFound(request.InputFileId));
        }

        if (file.Purpose != "batch")
        {
            return BatchInput.Refused(BatchErrors.WrongPurpose(request.InputFileId));
        }

        var input = reader.Read(file.Content, request.Endpoint);
        return options.BatchQueueTokens is { } limit && input is { Errors: [], Lines: [var line, ..] }
            && stores.Batches.QueuedTokens(line.Model.Facts.Id) + input.Tokens > limit
            ? BatchInput.Refused(BatchErrors.QueueFull(line.Model.Id, limit))
            : input;
    }
}
