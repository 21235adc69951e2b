namespace TypedLlm.Simulator;

/// <summary>What a script file may say. What it leaves out stays as it is.</summary>
internal sealed record ScriptFile
{
    public int? Seed { get; init; }

    public SimulatedAccount? Account { get; init; }

    public IReadOnlyList<string> AdditionalModels { get; init; } = [];

    public ShutdownDateShape? ShutdownDates { get; init; }

    public bool? ExtraKeys { get; init; }

    public TimeSpan? InitialDelay { get; init; }

    public TimeSpan? EventDelay { get; init; }

    public TimeSpan? BackgroundQueueTime { get; init; }

    public TimeSpan? BackgroundRunTime { get; init; }

    public TimeSpan? BatchValidationTime { get; init; }

    public TimeSpan? BatchRunTime { get; init; }

    public TimeSpan? BatchFinalizingTime { get; init; }

    public TimeSpan? BatchCancellingTime { get; init; }

    public int? BatchQueueTokens { get; init; }

    public IReadOnlyList<ScriptEntry> Scripts { get; init; } = [];

    public SimulatorOptions ToOptions()
    {
        var defaults = new SimulatorOptions();
        var options = new SimulatorOptions
        {
            Seed = Seed ?? defaults.Seed,
            Account = Account ?? defaults.Account,
            ShutdownDates = ShutdownDates ?? defaults.ShutdownDates,
            ExtraKeys = ExtraKeys ?? defaults.ExtraKeys,
            InitialDelay = InitialDelay ?? defaults.InitialDelay,
            EventDelay = EventDelay ?? defaults.EventDelay,
            BackgroundQueueTime = BackgroundQueueTime ?? defaults.BackgroundQueueTime,
            BackgroundRunTime = BackgroundRunTime ?? defaults.BackgroundRunTime,
            BatchValidationTime = BatchValidationTime ?? defaults.BatchValidationTime,
            BatchRunTime = BatchRunTime ?? defaults.BatchRunTime,
            BatchFinalizingTime = BatchFinalizingTime ?? defaults.BatchFinalizingTime,
            BatchCancellingTime = BatchCancellingTime ?? defaults.BatchCancellingTime,
            BatchQueueTokens = BatchQueueTokens,
            Scripts = Scripts,
        };
        foreach (var model in AdditionalModels)
        {
            options.AdditionalModels.Add(model);
        }

        return options;
    }
}
