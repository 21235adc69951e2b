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
            Scripts = Scripts,
        };
        foreach (var model in AdditionalModels)
        {
            options.AdditionalModels.Add(model);
        }

        return options;
    }
}
